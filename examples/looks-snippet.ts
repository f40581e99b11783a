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

/** What a build is checked by, as the server says it in `eyeline/pinned.json`. */
export interface Pinned {
  readonly script: string;
  readonly integrity: string;
  /** What comes with the click and later, by its path. */
  readonly files: Readonly<Record<string, string>>;
}

/** What the browser checks all by that comes after the script; it stands before any other module of the page. */
function importMap({ files }: Pinned, origin: string): string {
  const integrity = Object.fromEntries(Object.entries(files).map(([path, hash]) => [`${origin}/${path}`, hash]));
  return `<script type="importmap">\n${JSON.stringify({ integrity }, null, 2)}\n</script>`;
}

/** For any page: a style sheet, where there is something to say in it, and the script tag. */
export function tagSnippet(settings: Settings, origin: string, pinned: Pinned | null = null): string {
  const style = styleOf(settings);
  const isInline = settings.display === 'inline';
  const attributes = [
    ...choicesOf(settings),
    ...(isInline ? [['target', '#chat'] as const] : []),
    ...(settings.language ? [['language', settings.language] as const] : []),
  ].map(([name, value]) => `\n  data-${name}="${quoted(value)}"`);
  const source = pinned
    ? `src="${origin}/${pinned.script}"\n  integrity="${pinned.integrity}"\n  crossorigin="anonymous"`
    : `src="${origin}/eyeline.js"`;
  return [
    pinned ? importMap(pinned, origin) : '',
    style && `<style>\n${style}\n</style>`,
    isInline ? '<div id="chat"></div>' : '',
    `<script\n  async\n  ${source}\n  data-entry-point="support"${attributes.join('')}\n></script>`,
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
