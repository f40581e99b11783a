import '@eyeline/elements/widget';
import { speakLanguage } from '@eyeline/elements/language';
import { createCustomerSession } from '@eyeline/sdk';
import { propertiesOf, type Settings } from './looks-settings.ts';

/** What the page around this one asks for. */
export type Asked =
  | { readonly type: 'look'; readonly settings: Settings }
  | { readonly type: 'state'; readonly state: 'button' | 'form' | 'conversation' };

const root = document.documentElement;
const widget = document.createElement('eyeline-widget');
widget.session = createCustomerSession({ entryPointId: 'support' });
widget.testPicture = true;
widget.setAttribute('target', '#chat');
document.body.append(widget);
let language = '';
let known: readonly string[] = [];

async function look(settings: Settings): Promise<void> {
  root.dataset['theme'] = settings.theme;
  const properties = propertiesOf(settings);
  for (const name of known) root.style.removeProperty(name);
  known = properties.map(([name]) => name);
  for (const [name, value] of properties) root.style.setProperty(name, value);
  const { theme, position, display, label, modes } = settings;
  Object.assign(widget, { theme, position, label, modes: modes.join(' '), display });
  if (language === settings.language) return;
  ({ language } = settings);
  await speakLanguage([language || 'en']);
}

/** One goes there by the widget's own commands. */
async function show(state: 'button' | 'form' | 'conversation'): Promise<void> {
  if (state === 'conversation') {
    await widget.startChat({ name: 'Ada Lovelace', question: 'Where is my parcel?' });
    return;
  }
  await widget.reset();
  widget.open = state === 'form' || widget.display !== 'corner';
}

addEventListener('message', ({ origin, data }: MessageEvent<Asked>) => {
  if (origin !== location.origin) return;
  void (data.type === 'look' ? look(data.settings) : show(data.state)).catch(console.error);
});
parent.postMessage({ type: 'looks-ready' }, location.origin);
