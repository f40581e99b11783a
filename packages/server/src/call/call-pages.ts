import type { CallId, InteractionId, ParticipantId } from '@eyeline/protocol';
import type { Caller } from '../people/caller.ts';
import { Refusal } from '../people/refusal.ts';

/** A page whose line broke without a word is there again on another, while the old one still seems to be up. */
const isSame = (one: Caller, other: Caller): boolean =>
  one === other || (one.pageId !== undefined && one.pageId === other.pageId);

/**
 * At which of their pages the participants are in the call. Somebody may have the same conversation open twice; only the
 * page that took the call may hear the signals of the other side.
 */
export class CallPages {
  readonly #byInteraction = new Map<InteractionId, Map<ParticipantId, Caller>>();

  /** From now on this page is the one. One that was it before, and is still there, is told. */
  take(interactionId: InteractionId, callId: CallId, participantId: ParticipantId, page: Caller): void {
    const pages = this.#byInteraction.get(interactionId) ?? new Map<ParticipantId, Caller>();
    const before = this.of(interactionId, participantId);
    this.#byInteraction.set(interactionId, pages.set(participantId, page));
    if (before && !isSame(before, page)) before.notify('call.moved', { interactionId, callId });
  }

  /**
   * The page goes on being the one, or becomes it where there is none.
   * @throws Refusal `call-elsewhere` where another page is the one, and there
   */
  claim(interactionId: InteractionId, callId: CallId, participantId: ParticipantId, page: Caller): void {
    const current = this.of(interactionId, participantId);
    if (current && !isSame(current, page)) throw new Refusal('call-elsewhere');
    if (current !== page) this.take(interactionId, callId, participantId, page);
  }

  /** Whether the participant is in the call at another page, which is there. */
  isElsewhere(interactionId: InteractionId, participantId: ParticipantId, page: Caller): boolean {
    const current = this.of(interactionId, participantId);
    return current !== undefined && !isSame(current, page);
  }

  /** Undefined when that page is gone. */
  of(interactionId: InteractionId, participantId: ParticipantId): Caller | undefined {
    const caller = this.#byInteraction.get(interactionId)?.get(participantId);
    return caller?.identity?.participantId === participantId ? caller : undefined;
  }

  /** The call is over. */
  clear(interactionId: InteractionId): void {
    this.#byInteraction.delete(interactionId);
  }
}
