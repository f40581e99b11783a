import { type EntryPointStanding, type ProactiveInvite, readInvite, readInvites } from '@eyeline/protocol';
import type { Frame } from '../loader/frame.ts';
import { shownAt } from './page-keepers.ts';
import { Proactive } from './proactive.ts';

const starts = { chat: 'startChat', video: 'startVideo', callback: 'requestCallback', message: 'open' } as const;
const running = new WeakMap<Frame, Proactive>();

/** Invitations beside the loader's button, until the widget takes its place. */
function proactiveAt(frame: Frame, ask: () => Promise<EntryPointStanding | null>): Proactive {
  const known = running.get(frame);
  if (known) return known;
  const { host, tag } = frame;
  const made = new Proactive({
    element: host,
    isLeft: tag['position'] === 'left',
    shown: shownAt(tag['entryPoint'] ?? ''),
    isOver: () => frame.host !== host || host.session === null,
    isBusy: () =>
      !host.isConnected || host.hidden !== false || host.shadowRoot?.querySelector('[aria-busy=true]') != null,
    standing: ask,
    open: async mode => {
      await frame.load(true);
      const widget = frame.host as { run?(command: string): Promise<unknown> } & HTMLElement;
      if (mode) await widget.run?.(starts[mode]);
    },
  });
  running.set(frame, made);
  return made;
}

/** Frames that have what the site has written for them. */
const taken = new WeakSet<Frame>();

type Ask = () => Promise<EntryPointStanding | null>;

/** What the site has written for this entry point: a page that does not ask for all of it still names events for some. */
export async function takeInvites(frame: Frame, ask: Ask): Promise<void> {
  if (taken.has(frame)) return;
  taken.add(frame);
  const areAllWanted = frame.tag['proactive'] !== undefined;
  const invites = readInvites((await ask())?.proactive);
  proactiveAt(frame, ask).add(invites.filter(({ when }) => areAllWanted || when.event !== undefined));
}

/** What a page says, or gives; null where that is nothing. */
export async function inviteAt(frame: Frame, ask: Ask, what: unknown): Promise<ProactiveInvite | string | null> {
  const given = typeof what === 'string' ? what : readInvite(what);
  if (!given) return null;
  const proactive = proactiveAt(frame, ask);
  if (typeof given !== 'string') proactive.add([given]);
  else {
    await takeInvites(frame, ask);
    proactive.tell(given);
  }
  return given;
}
