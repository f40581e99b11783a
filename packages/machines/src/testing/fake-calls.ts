import {
  allSources,
  bothOn,
  type Call,
  type Command,
  done,
  type Interaction,
  isLess,
  kindAllows,
  kindsAbove,
  legOf,
  type MediaPath,
  type NewFact,
  noSources,
  type ParticipantId,
  type Reply,
  type Role,
  refused,
  type Sources,
  type WireEvent,
} from '@eyeline/protocol';
import { interactionId } from './ids.ts';

/** One page of somebody. */
export type FakePage = object;

type CallCommand = Command<Extract<Command['type'], `call.${string}`>>;

interface Around {
  readonly interaction: Interaction;
  append(fact: NewFact): void;
  tell(to: ParticipantId, event: WireEvent, page?: FakePage): void;
}

export const isCallCommand = (command: Command): command is CallCommand => command.type.startsWith('call.');

const isSame = (one: Sources, other: Sources) => allSources.every(source => one[source] === other[source]);

function shownIn(kind: Call['kind'], role: Role, sources: Sources): Sources {
  const entries = kindAllows(kind, role).map(source => [source, sources[source]]);
  return { ...noSources, ...Object.fromEntries(entries) };
}

/** What the server does about calls, without its time: which facts it appends, and which page it takes for the one in the call. */
export class FakeCalls {
  readonly pages = new Map<ParticipantId, FakePage>();
  readonly #media: MediaPath;
  readonly #around: Around;

  constructor(media: MediaPath, around: Around) {
    this.#media = media;
    this.#around = around;
  }

  /** The server has noticed that a page is not there any more. */
  leave(page: FakePage): void {
    for (const [participantId, at] of this.pages) if (at === page) this.pages.delete(participantId);
  }

  end(participantId: ParticipantId | null, reason: 'hung-up' | 'withdrawn' | 'not-answered' | 'left' | 'failed'): void {
    const { call } = this.#around.interaction;
    if (!call) return;
    this.#around.append({ type: 'call.ended', callId: call.callId, participantId, reason });
    this.pages.clear();
  }

  ask(participantId: ParticipantId, command: CallCommand, page: FakePage): Reply<unknown> {
    const { closed, call, participants } = this.#around.interaction;
    const me = participants.find(one => one.participantId === participantId);
    if (!me || me.presence === 'left') return refused('not-allowed');
    if (command.type === 'call.propose') {
      if (closed) return refused('interaction-closed');
      if (call) return refused('call-in-progress');
      const { callId, kind = 'two-way', sources = bothOn } = command;
      const shown = shownIn(kind, me.role, sources);
      this.#around.append({ type: 'call.proposed', callId, participantId, media: this.#media, kind, sources: shown });
      return this.#placed(participantId, page);
    }
    if (call?.callId !== command.callId) return refused('call-gone');
    return call.state === 'proposed'
      ? this.#proposed(participantId, me.role, call, command, page)
      : this.#active(participantId, me.role, call, command, page);
  }

  /** Carried out before: not again, but the page that asks must still be the one. */
  again(participantId: ParticipantId, { type }: CallCommand, known: Reply<unknown>, page: FakePage): Reply<unknown> {
    const isPlaced = ['call.propose', 'call.accept', 'call.rejoin', 'call.renew'].includes(type);
    if (!isPlaced) return known;
    if (this.#isElsewhere(participantId, page)) return refused('call-elsewhere');
    this.#take(participantId, page);
    return known;
  }

  #proposed(
    participantId: ParticipantId,
    role: Role,
    call: Call,
    command: CallCommand,
    page: FakePage,
  ): Reply<unknown> {
    const { callId } = call;
    switch (command.type) {
      case 'call.end':
        this.end(participantId, command.reason);
        return done({});
      case 'call.rejoin':
        if (!legOf(call, participantId)) return refused('call-gone');
        return command.takeOver || !this.#isElsewhere(participantId, page)
          ? this.#placed(participantId, page)
          : refused('call-elsewhere');
      case 'call.accept': {
        if (call.proposerId === participantId) return refused('not-allowed');
        const { kind = call.kind, sources = bothOn } = command;
        const shown = shownIn(kind, role, sources);
        const changed = kind !== call.kind && { kind };
        this.#around.append({ type: 'call.accepted', callId, participantId, sources: shown, ...changed });
        return this.#placed(participantId, page);
      }
      case 'call.decline': {
        if (call.proposerId === participantId) return refused('not-allowed');
        this.#around.append({
          ...{ type: 'call.declined', callId, participantId },
          ...(command.later && { later: true }),
        });
        return done({});
      }
      default:
        return refused('call-gone');
    }
  }

  #active(participantId: ParticipantId, role: Role, call: Call, command: CallCommand, page: FakePage): Reply<unknown> {
    const { callId } = call;
    const leg = legOf(call, participantId);
    if (command.type === 'call.end') {
      this.end(participantId, command.reason);
      return done({});
    }
    if (command.type === 'call.rejoin') {
      if (!command.takeOver && this.#isElsewhere(participantId, page)) return refused('call-elsewhere');
      const sources = shownIn(call.kind, role, command.sources ?? leg?.sources ?? bothOn);
      const anew = { epoch: call.epoch + 1, media: call.media, reason: 'rejoined' as const };
      this.#around.append({ type: 'call.renewed', callId, participantId, ...anew, sources });
      return this.#placed(participantId, page);
    }
    if (command.type === 'call.accept' || command.type === 'call.decline') return refused('call-gone');
    if (!leg) return refused('not-in-call');
    if (this.#isElsewhere(participantId, page)) return refused('call-elsewhere');
    this.#take(participantId, page);
    switch (command.type) {
      case 'call.switch': {
        const sources = shownIn(call.kind, role, command.sources);
        if (!isSame(leg.sources, sources))
          this.#around.append({ type: 'call.switched', callId, participantId, sources });
        return done({});
      }
      case 'call.hold':
        if (role !== 'agent') return refused('not-allowed');
        if (call.legs.some(one => one.participantId !== participantId && one.held !== command.held))
          this.#around.append({ type: 'call.held', callId, participantId, held: command.held });
        return done({});
      case 'call.change-kind': {
        const { kind } = command;
        const asked = call.asked?.participantId === participantId ? null : call.asked;
        if (kind === call.kind) return done({});
        if (isLess(call.kind, kind) || asked) {
          const isGranted = isLess(call.kind, kind) || kind === asked?.kind || (role === 'agent' && kind === 'one-way');
          if (!isGranted) return refused('call-not-allowed');
          this.#around.append({ type: 'call.kind-changed', callId, participantId, kind });
        } else if (!kindsAbove(call.kind).includes(kind)) return refused('call-not-allowed');
        else if (call.asked?.kind !== kind)
          this.#around.append({ type: 'call.kind-asked', callId, participantId, kind });
        return done({});
      }
      case 'call.keep-kind':
        if (call.asked) this.#around.append({ type: 'call.kind-refused', callId, participantId });
        return done({});
      case 'call.renew':
        if (command.epoch === call.epoch)
          this.#around.append({
            ...{ type: 'call.renewed', callId, participantId: null, epoch: call.epoch + 1 },
            ...{ media: call.media, reason: 'lost' },
          });
        return this.#placed(participantId, page);
      case 'call.signal':
        if (command.epoch >= call.epoch) this.#signal(participantId, call, command);
        return done({});
      default:
        return refused('unknown-command');
    }
  }

  #signal(participantId: ParticipantId, call: Call, { callId, epoch, signal }: Command<'call.signal'>): void {
    for (const other of call.legs) {
      if (other.participantId === participantId) continue;
      const signalled = { interactionId, callId, epoch, participantId, signal };
      this.#around.tell(
        other.participantId,
        { type: 'call.signalled', ...signalled },
        this.pages.get(other.participantId),
      );
    }
  }

  #isElsewhere(participantId: ParticipantId, page: FakePage): boolean {
    const current = this.pages.get(participantId);
    return current !== undefined && current !== page;
  }

  #take(participantId: ParticipantId, page: FakePage): void {
    const { call } = this.#around.interaction;
    const before = this.pages.get(participantId);
    this.pages.set(participantId, page);
    if (before && before !== page && call)
      this.#around.tell(participantId, { type: 'call.moved', interactionId, callId: call.callId }, before);
  }

  #placed(participantId: ParticipantId, page: FakePage): Reply<unknown> {
    this.#take(participantId, page);
    return done({ iceServers: [] });
  }
}
