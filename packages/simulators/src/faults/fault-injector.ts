import type { Chance } from '../chance.ts';
import type { Journal } from '../journal.ts';
import type { Fault, FaultType } from '../scenario/fault.ts';
import type { Timers } from '../timers.ts';

/** A fault that was ordered, and how often it struck. */
export interface OrderedFault {
  readonly id: string;
  readonly fault: Fault;
  struck: number;
}

/** Where something is about to happen that a fault may strike. */
export interface Occasion {
  readonly path?: string;
  readonly user?: string | undefined;
  readonly node?: 'A' | 'B';
}

type FaultOf<T extends FaultType> = Extract<Fault, { type: T }>;

/** The faults that are in force. */
export class FaultInjector {
  readonly #orders = new Map<string, OrderedFault>();
  readonly #listeners = new Set<(fault: Fault, isInForce: boolean) => void>();
  readonly #chance: Chance;
  readonly #journal: Journal;
  readonly #timers: Timers;
  #count = 0;

  constructor(chance: Chance, journal: Journal, timers: Timers) {
    this.#chance = chance;
    this.#journal = journal;
    this.#timers = timers;
  }

  get orders(): readonly OrderedFault[] {
    return [...this.#orders.values()];
  }

  /** Tells when a fault begins and ends. */
  listen(listener: (fault: Fault, isInForce: boolean) => void): void {
    this.#listeners.add(listener);
  }

  /** Puts a fault in force; answers its id. */
  order(fault: Fault): string {
    const id = `f${++this.#count}`;
    this.#orders.set(id, { id, fault, struck: 0 });
    this.#journal.write('fault', `${id} begins: ${JSON.stringify(fault)}`);
    for (const listener of this.#listeners) listener(fault, true);
    if (fault.forMs !== undefined) this.#timers.after(fault.forMs, () => this.end(id));
    return id;
  }

  /** Ends a fault; whether there was one. */
  end(id: string): boolean {
    const order = this.#orders.get(id);
    if (!order) return false;
    this.#orders.delete(id);
    this.#journal.write('fault', `${id} ends, after ${order.struck} times`);
    for (const listener of this.#listeners) listener(order.fault, false);
    return true;
  }

  /** The fault of a type that strikes on this occasion; counts it. */
  strike<T extends FaultType>(type: T, occasion: Occasion): FaultOf<T> | undefined {
    for (const order of this.#orders.values()) {
      const { fault } = order;
      if (!isOf(fault, type) || !this.#fits(fault, occasion)) continue;
      order.struck++;
      if ('times' in fault && fault.times !== undefined && order.struck >= fault.times) this.end(order.id);
      return fault;
    }
    return undefined;
  }

  #fits(fault: Fault, { path = '', user, node }: Occasion): boolean {
    if ('path' in fault && fault.path !== undefined && !path.includes(fault.path)) return false;
    if ('user' in fault && fault.user !== undefined && fault.user !== user) return false;
    if ('node' in fault && fault.node !== undefined && fault.node !== node) return false;
    return !('probability' in fault) || fault.probability === undefined || this.#chance() < fault.probability;
  }
}

function isOf<T extends FaultType>(fault: Fault, type: T): fault is FaultOf<T> {
  return fault.type === type;
}
