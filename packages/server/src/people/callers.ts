import type { ParticipantId } from '@eyeline/protocol';
import type { Caller } from './caller.ts';
import type { Identity } from './identity.ts';

interface CallersOptions {
  /** The page is somebody else from now on. */
  readonly onChanged: (caller: Caller) => void;
  /** The first page of this identity is there. */
  readonly onArrived: (identity: Identity) => void;
  /** The last page of this identity is gone, which gave its last sign of life then. */
  readonly onLeft: (identity: Identity, receivedAt: number) => void;
}

const nobody: ReadonlySet<Caller> = new Set();

/** All connected pages, and whose they are. */
export class Callers {
  readonly #options: CallersOptions;
  readonly #all = new Set<Caller>();
  readonly #byParticipant = new Map<ParticipantId, Set<Caller>>();

  constructor(options: CallersOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#all.size;
  }

  add(caller: Caller): void {
    this.#all.add(caller);
  }

  remove(caller: Caller): void {
    caller.isConnected = false;
    this.#all.delete(caller);
    this.identify(caller, null);
  }

  /** Who the page is from now on. A page that is gone meanwhile is nobody, and whoever it was to be is gone too. */
  identify(caller: Caller, identity: Identity | null): void {
    const before = caller.identity;
    const after = caller.isConnected ? identity : null;
    caller.become(after);
    if (identity && !after && !this.isPresent(identity.participantId))
      this.#options.onLeft(identity, caller.receivedAt);
    if (before?.participantId === after?.participantId) return;
    this.#options.onChanged(caller);
    if (before) this.#stand(caller, before);
    if (after) this.#sit(caller, after);
  }

  /** All pages, whoever they are. */
  all(): readonly Caller[] {
    return [...this.#all];
  }

  /** The pages of one participant, as they are at any time. */
  of(participantId: ParticipantId): ReadonlySet<Caller> {
    return this.#byParticipant.get(participantId) ?? nobody;
  }

  /** How many pages one participant has. */
  count(participantId: ParticipantId): number {
    return this.#byParticipant.get(participantId)?.size ?? 0;
  }

  isPresent(participantId: ParticipantId): boolean {
    return this.#byParticipant.has(participantId);
  }

  #sit(caller: Caller, identity: Identity): void {
    const present = this.#byParticipant.get(identity.participantId);
    if (present) {
      present.add(caller);
      return;
    }
    this.#byParticipant.set(identity.participantId, new Set([caller]));
    this.#options.onArrived(identity);
  }

  #stand(caller: Caller, identity: Identity): void {
    const present = this.#byParticipant.get(identity.participantId);
    if (!present?.delete(caller) || present.size > 0) return;
    this.#byParticipant.delete(identity.participantId);
    this.#options.onLeft(identity, caller.receivedAt);
  }
}
