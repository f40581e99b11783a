import { propertiesOf, type Settings } from './looks-settings.ts';

const quoted = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function styleOf(settings: Settings): string {
  const lines = propertiesOf(settings).map(([name, value]) => `    ${name}: ${value};`);
  return lines.length === 0 ? '' : `  :root {\n${lines.join('\n')}\n  }`;
}

/** What the tag and the element both take, those alone that are not as they are anyhow. */
function choicesOf({ theme, position, display, modes, label }: Settings): readonly (readonly [string, string])[] {
  const all: [name: string, value: string, usual: string][] = [
    ['theme', theme, 'auto'],
    ['position', display === 'corner' ? position : 'right', 'right'],
    ['display', display, 'corner'],
    ['modes', modes.join(' '), ''],
    ['label', label, ''],
  ];
  return all.filter(([, value, usual]) => value !== usual).map(([name, value]) => [name, value]);
}

/** For any page: a style sheet, where there is something to say in it, and the script tag. */
export function tagSnippet(settings: Settings, origin: string): string {
  const style = styleOf(settings);
  const isInline = settings.display === 'inline';
  const attributes = [
    ...choicesOf(settings),
    ...(isInline ? [['target', '#chat'] as const] : []),
    ...(settings.language ? [['language', settings.language] as const] : []),
  ].map(([name, value]) => `\n  data-${name}="${quoted(value)}"`);
  return [
    style && `<style>\n${style}\n</style>`,
    isInline ? '<div id="chat"></div>' : '',
    `<script\n  async\n  src="${origin}/eyeline.js"\n  data-entry-point="support"${attributes.join('')}\n></script>`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The same with the packages. */
export function packageSnippet(settings: Settings, origin: string): string {
  const { language, display } = settings;
  const style = styleOf(settings);
  return [
    ...(style ? [`/* In a style sheet */\n${style.replaceAll(/^ {2}/gm, '')}\n`] : []),
    "import '@eyeline/elements/widget';",
    ...(language ? ["import { speakLanguage } from '@eyeline/elements/language';"] : []),
    "import { createCustomerSession } from '@eyeline/sdk';",
    '',
    ...(language ? [`await speakLanguage([${JSON.stringify(language)}]);`] : []),
    "const widget = document.createElement('eyeline-widget');",
    `widget.session = createCustomerSession({ entryPointId: 'support', url: ${JSON.stringify(origin)} });`,
    ...choicesOf(settings).map(([name, value]) => `widget.${name} = ${JSON.stringify(value)};`),
    display === 'inline' ? "document.querySelector('#chat').append(widget);" : 'document.body.append(widget);',
  ].join('\n');
}
