import type { ProactiveInvite } from '@eyeline/protocol';
import { speakLauncherLanguage } from '../languages/launcher.ts';
import type { Frame } from '../loader/frame.ts';
import { askStanding } from './ask-standing.ts';
import { watchHours } from './watch-hours.ts';
import { whenClosedOf } from './when-closed.ts';

const asking =
  ({ tag: { server, entryPoint = '' } }: Frame) =>
  () =>
    askStanding(server || new URL(import.meta.url).origin, entryPoint);

const speak = ({ tag: { language = document.documentElement.lang } }: Frame): Promise<unknown> =>
  speakLauncherLanguage(language).catch(console.error);

/**
 * What a page with the loader's button alone wants to know: built by itself, with all that it needs, since the widget's code is not to
 * be loaded for it.
 */
export async function watch(frame: Frame): Promise<void> {
  const { whenClosed, proactive } = frame.tag;
  await speak(frame);
  const choice = whenClosedOf(whenClosed);
  if (choice) watchHours(frame, choice, asking(frame));
  // It says what is not known; the button is no worse for it.
  else frame.host.hidden = frame.isHidden ?? false;
  if (proactive === undefined) return;
  const { takeInvites } = await import('../proactive/start-early.ts');
  await takeInvites(frame, asking(frame));
}

/**
 * A page says that something has happened, or gives an invitation of its own, which is answered with as it was understood; null where it
 * is none.
 */
export async function invite(frame: Frame, what: unknown): Promise<ProactiveInvite | string | null> {
  await speak(frame);
  const { inviteAt } = await import('../proactive/start-early.ts');
  return inviteAt(frame, asking(frame), what);
}
