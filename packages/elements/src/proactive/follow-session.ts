import type { CustomerActor } from '@eyeline/machines';
import { type FallbackOption, readInvite, readInvites, readStanding } from '@eyeline/protocol';
import { shownAt } from './page-keepers.ts';
import { Proactive } from './proactive.ts';

/** The widget, as far as invitations go. */
export interface ProactiveHost
  extends Pick<HTMLElement, 'shadowRoot' | 'isConnected' | 'dataset' | 'hidden' | 'hasAttribute' | 'getAttribute'> {
  open: boolean;
  readonly session: { readonly actor: CustomerActor } | null;
  focus(): void;
  dispatchEvent(event: Event): boolean;
  run?(command: (typeof starts)[keyof typeof starts]): Promise<unknown>;
}

const starts = { chat: 'startChat', video: 'startVideo', callback: 'requestCallback', message: 'open' } as const;

const running = new WeakMap<ProactiveHost, Proactive>();

function begin(host: ProactiveHost, mode: FallbackOption | undefined): Promise<unknown> {
  host.open = true;
  host.focus();
  return Promise.resolve(mode && host.run?.(starts[mode]));
}

const isInCorner = (host: ProactiveHost): boolean => (host.getAttribute('display') ?? 'corner') === 'corner';

/** Invitations beside the widget's button: how it stands its session is told. */
export function proactiveBy(host: ProactiveHost): Proactive {
  const known = running.get(host);
  if (known) return known;
  const context = () => host.session?.actor.getSnapshot().context;
  const entryPointId = context()?.entryPointId ?? '';
  const made = new Proactive({
    element: host,
    isLeft: host.getAttribute('position') === 'left',
    shown: shownAt(entryPointId),
    isOver: () => !host.session,
    isBusy: () =>
      host.open || host.hidden !== false || !isInCorner(host) || !host.isConnected || !!context()?.interactionId,
    standing: async () => readStanding(context()?.availability?.standing),
    open: mode => begin(host, mode),
  });
  running.set(host, made);
  return made;
}

/** Those that the site has written for its entry point. */
export function followInvites(host: ProactiveHost): void {
  const proactive = proactiveBy(host);
  const areAllWanted = host.hasAttribute('proactive') || host.hasAttribute('data-proactive');
  let known: unknown;
  const take = () => {
    const { proactive: written } = host.session?.actor.getSnapshot().context.entryPoint ?? {};
    if (written === undefined || written === known) return;
    known = written;
    proactive.add(readInvites(written).filter(({ when }) => areAllWanted || when.event !== undefined));
  };
  take();
  host.session?.actor.subscribe(take);
}

/** A page says that something has happened, or gives an invitation of its own; false where it is none. */
export function inviteBy(host: ProactiveHost, what: unknown): boolean {
  const given = typeof what === 'string' ? what : readInvite(what);
  if (!given) return false;
  followInvites(host);
  const proactive = proactiveBy(host);
  if (typeof given === 'string') proactive.tell(given);
  else proactive.add([given]);
  return true;
}
