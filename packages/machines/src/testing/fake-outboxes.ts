import { loseAll, type Outbox } from '../outbox.ts';
import type { OutboxOwner, OutboxStore } from '../outbox-store.ts';

const keyOf = ({ interactionId, participantId }: OutboxOwner) => `${interactionId} ${participantId}`;

/** A tab's storage, as text: what is read was really written. */
export class FakeOutboxes implements OutboxStore {
  readonly #stored: Map<string, string>;

  constructor(copied?: FakeOutboxes) {
    this.#stored = new Map(copied ? copied.#stored : []);
  }

  read(owner: OutboxOwner): Outbox {
    return loseAll(JSON.parse(this.#stored.get(keyOf(owner)) ?? '[]') as Outbox);
  }

  write(owner: OutboxOwner, outbox: Outbox): void {
    this.#stored.set(keyOf(owner), JSON.stringify(outbox));
  }

  clear(): void {
    this.#stored.clear();
  }
}
