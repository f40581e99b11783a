import { speakLauncherLanguage } from '../languages/launcher.ts';
import type { Frame } from '../loader/frame.ts';
import { askStanding } from './ask-standing.ts';
import { watchHours } from './watch-hours.ts';
import { whenClosedOf } from './when-closed.ts';

/**
 * What a page with the loader's button alone wants to know: built by itself, with all that it needs, since the widget's code is not to
 * be loaded for it.
 */
export async function watch(frame: Frame): Promise<void> {
  const { entryPoint = '', server, language = document.documentElement.lang, whenClosed } = frame.tag;
  await speakLauncherLanguage(language).catch(console.error);
  const ask = () => askStanding(server || new URL(import.meta.url).origin, entryPoint);
  const choice = whenClosedOf(whenClosed);
  if (choice) watchHours(frame, choice, ask);
  // It says what is not known; the button is no worse for it.
  else frame.host.hidden = frame.isHidden ?? false;
}
