import type { InteractionId, ParticipantId } from '@eyeline/protocol';
import { type Outbox, outliving } from './outbox.ts';

/** Port: where commands without an answer outlive a reload of the page. */
export interface OutboxStore {
  read(owner: OutboxOwner): Outbox;
  write(owner: OutboxOwner, outbox: Outbox): void;
  /** Of everybody: they left for good. */
  clear(): void;
}

/** One participant of one interaction: an agent who signs in at the same desk later does not send what another wrote. */
export interface OutboxOwner {
  readonly interactionId: InteractionId;
  readonly participantId: ParticipantId;
}

interface Observable {
  subscribe(observer: (snapshot: { readonly context: { readonly outbox: Outbox } }) => void): unknown;
}

/** Writes what of an outbox outlives the page, in the same turn in which it changed. */
export function keepOutbox(conversation: Observable, store: OutboxStore, owner: OutboxOwner): void {
  let last: Outbox = [];
  conversation.subscribe(({ context: { outbox } }) => {
    if (outbox === last) return;
    last = outbox;
    store.write(owner, outliving(outbox));
  });
}
