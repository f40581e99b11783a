import type { InteractionId, ParticipantId } from '@eyeline/protocol';
import type { Caller } from '../people/caller.ts';

/**
 * At which of their pages the participants are in the call. Somebody may have the same conversation open twice; only the
 * page that took the call may hear the signals of the other side.
 */
export class CallPages {
  readonly #byInteraction = new Map<InteractionId, Map<ParticipantId, Caller>>();

  set(interactionId: InteractionId, participantId: ParticipantId, caller: Caller): void {
    const pages = this.#byInteraction.get(interactionId) ?? new Map<ParticipantId, Caller>();
    this.#byInteraction.set(interactionId, pages.set(participantId, caller));
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
