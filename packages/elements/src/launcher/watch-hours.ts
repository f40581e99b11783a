import type { EntryPointStanding } from '@eyeline/protocol';
import type { Frame } from '../loader/frame.ts';
import { LauncherLook } from './launcher-look.ts';
import { nextLookMs } from './next-look.ts';
import type { WhenClosed } from './when-closed.ts';

/** A page that comes back to the front looks anew after so long. */
const freshMs = 60_000;

/**
 * Has the loader's button follow the opening hours while the page stands, until the widget takes its place. The loader hides it until
 * this is known.
 */
export function watchHours(frame: Frame, whenClosed: WhenClosed, ask: () => Promise<EntryPointStanding | null>): void {
  const { host } = frame;
  const root = host.shadowRoot;
  if (!root) return;
  const look = new LauncherLook(root, whenClosed, frame.tag['position'] === 'left');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  const isOver = () => frame.host !== host || host.session === null;
  const again = async (): Promise<void> => {
    clearTimeout(timer);
    if (isOver()) return document.removeEventListener('visibilitychange', comeBack);
    // Nobody looks at it.
    if (document.hidden) return;
    askedAt = performance.now();
    const standing = await ask();
    look.show(standing, standing?.now ?? 0, true);
    host.hidden = frame.isHidden ?? false;
    clearTimeout(timer);
    timer = setTimeout(again, nextLookMs(standing, Math.random()));
  };
  const comeBack = () => {
    if (!document.hidden && performance.now() - askedAt > freshMs) void again();
  };
  document.addEventListener('visibilitychange', comeBack);
  void again();
}
