export interface PageLife {
  /** The page is put away and may never run again: kept for the way back, or frozen in the background. */
  onAsleep(): void;
  /** The page is looked at or runs again, or the network is there. */
  onAwake(): void;
}

const asleep = ['pagehide', 'freeze'];
const awake = ['pageshow', 'resume', 'online', 'visibilitychange', 'focus'];

/** `freeze` and `resume` do not rise to the window: only on their way down do they pass it. */
const passes = (type: string) => type === 'freeze' || type === 'resume';

/** Hears what the browser tells of a page; returns how to stop. Outside of a page there is nothing to hear. */
export function followPage({ onAsleep, onAwake }: PageLife, page: Partial<EventTarget> = globalThis): () => void {
  const wake = () => {
    if (globalThis.document?.visibilityState !== 'hidden') onAwake();
  };
  const listeners = [
    ...asleep.map(type => [type, onAsleep, passes(type)] as const),
    ...awake.map(type => [type, wake, passes(type)] as const),
  ];
  for (const listener of listeners) page.addEventListener?.(...listener);
  return () => {
    for (const listener of listeners) page.removeEventListener?.(...listener);
  };
}
