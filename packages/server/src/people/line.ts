import type {
  CommandInput,
  CommandName,
  CommandOutput,
  EventName,
  InteractionId,
  ParticipantId,
} from '@eyeline/protocol';

/** A customer who comes through another system may do all that a page may, by the same way. */
export interface Line {
  /** @throws Refusal as a page is told it */
  do<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>;
  /** After a restart: the customer of this conversation is there again. */
  resume(interactionId: InteractionId, participantId: ParticipantId): void;
  /** The customer is gone. */
  close(): void;
}

/** `application`: who comes for the customer. `emit`: what the customer's page would be told. */
export type OpenLine = (application: string, emit: (name: EventName, payload: object) => void) => Line;
