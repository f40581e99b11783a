import type { RoutingEffect } from '@eyeline/routing';
import type { Change } from '../interaction/change.ts';

interface TickParts {
  readonly change: (run: (change: Change) => void) => Promise<void>;
  /** The same for what nobody waits for; a failure is logged. */
  readonly carryOut: (run: (change: Change) => void) => void;
  readonly follow: (change: Change, effect: RoutingEffect) => void;
}

/**
 * Time has passed: what is due is decided, and what follows is in the same change. One thing that fails in it, or that the store
 * refuses, would take all others back with it, now and at each tick to come. So it is decided alone then, and what follows
 * from each effect is a change of its own: the bad one is set aside, and the others happen.
 * @throws when it cannot be decided even alone; then nothing has happened
 */
export async function tick({ change, carryOut, follow }: TickParts): Promise<void> {
  const ticked = { type: 'clock.ticked' } as const;
  try {
    await change(one => one.route(ticked));
  } catch {
    await change(one => {
      for (const effect of one.decide(ticked)) one.afterCommit(() => carryOut(later => follow(later, effect)));
    });
  }
}
