import type { FaultInjector } from '../faults/fault-injector.ts';
import type { Journal } from '../journal.ts';
import type { Timers } from '../timers.ts';
import { type Notification, notificationText } from './notification.ts';

/** Somebody who hears notifications. */
export interface Listener {
  readonly userId: string;
  /** The Finesse node that the listener is connected to. */
  readonly at: 'A' | 'B';
  hears(node: string): boolean;
  take(node: string, text: string): void;
}

const reorderMs = 1_000;

/** Brings notifications to who hears them, with the faults that were ordered. */
export class Hub {
  readonly #listeners = new Set<Listener>();
  readonly #held = new Map<Listener, () => void>();
  readonly #faults: FaultInjector;
  readonly #journal: Journal;
  readonly #timers: Timers;
  readonly #isAcrossNodes: boolean;

  constructor(faults: FaultInjector, journal: Journal, timers: Timers, isAcrossNodes: boolean) {
    this.#faults = faults;
    this.#journal = journal;
    this.#timers = timers;
    this.#isAcrossNodes = isAcrossNodes;
  }

  join(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      this.#held.delete(listener);
    };
  }

  publish(notification: Notification): void {
    const { node, at, only } = notification;
    const listeners = [...this.#listeners].filter(
      listener =>
        listener.hears(node) &&
        (only === undefined || only === listener.at) &&
        (this.#isAcrossNodes || at === undefined || at === listener.at),
    );
    if (listeners.length === 0) return;
    const text = notificationText(notification);
    this.#journal.write('notification', `${node} → ${listeners.map(({ userId }) => userId).join(', ')}`);
    for (const listener of listeners) this.#deliver(listener, node, text);
  }

  #deliver(listener: Listener, node: string, text: string): void {
    const where = { path: node, user: listener.userId };
    const send = () => {
      if (!this.#listeners.has(listener)) return;
      listener.take(node, text);
      // What was held back comes after this one.
      const held = this.#held.get(listener);
      this.#held.delete(listener);
      held?.();
    };
    if (this.#faults.strike('notification-lost', where)) return;
    if (this.#faults.strike('notification-doubled', where)) send();
    const late = this.#faults.strike('notification-late', where);
    if (late) {
      this.#timers.after(late.ms, send);
      return;
    }
    const reordered = this.#held.has(listener) ? undefined : this.#faults.strike('notification-reordered', where);
    if (!reordered) {
      send();
      return;
    }
    const release = () => {
      if (this.#listeners.has(listener)) listener.take(node, text);
    };
    this.#held.set(listener, release);
    this.#timers.after(reordered.ms ?? reorderMs, () => {
      if (this.#held.get(listener) !== release) return;
      this.#held.delete(listener);
      release();
    });
  }
}
