import type { RoutingEffect } from '@eyeline/routing';
import type { Change } from '../../interaction/change.ts';

interface Waiter {
  readonly isIt: (effect: RoutingEffect) => boolean;
  readonly follow: (change: Change, effect: RoutingEffect) => void;
  readonly resolve: (effect: RoutingEffect | null) => void;
  readonly timer: NodeJS.Timeout;
}

/** Those who asked routing for something that it may decide only later: a phone is taken off voice first, say. */
export class Decisions {
  readonly #waiters = new Set<Waiter>();

  /**
   * The first such effect that is stored from now on; null when none comes within so many ms. `follow` runs in the change in which
   * it is decided.
   */
  next(isIt: Waiter['isIt'], withinMs: number, follow: Waiter['follow'] = () => {}): Promise<RoutingEffect | null> {
    return new Promise(resolve => {
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        resolve(null);
      }, withinMs);
      const waiter: Waiter = { isIt, follow, resolve, timer };
      this.#waiters.add(waiter);
    });
  }

  /** Decided just now. */
  follow(change: Change, effect: RoutingEffect): void {
    for (const waiter of this.#waiters) if (waiter.isIt(effect)) waiter.follow(change, effect);
  }

  notify(effects: readonly RoutingEffect[]): void {
    for (const waiter of this.#waiters) {
      const found = effects.find(waiter.isIt);
      if (!found) continue;
      clearTimeout(waiter.timer);
      this.#waiters.delete(waiter);
      waiter.resolve(found);
    }
  }
}
