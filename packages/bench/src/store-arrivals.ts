/** One who comes: resolves when what was asked for is on disk. `dueAt` is on the clock of `performance.now()`. */
export type Visit = (dueAt: number) => Promise<void>;

/** How long a run takes, in ms; what happens while it warms up does not count. */
export interface Span {
  readonly warmUpMs: number;
  readonly measuredMs: number;
}

/**
 * Visits at a steady rate, whether the ones before are done or not, and each timed from the instant when it was due: a
 * slow store cannot hide by being asked less (coordinated omission). Resolves when the last one is done.
 */
export async function steady(perSecond: number, visit: Visit, { warmUpMs, measuredMs }: Span): Promise<void> {
  const visits: Promise<void>[] = [];
  const startedAt = performance.now();
  const count = ((warmUpMs + measuredMs) * perSecond) / 1000;
  for (let number = 0; number < count; ) {
    const now = performance.now();
    for (; number < count && startedAt + (number * 1000) / perSecond <= now; number += 1)
      visits.push(visit(startedAt + (number * 1000) / perSecond));
    await nextTurn();
  }
  await Promise.all(visits);
}

/** So many visits under way at any time: as much as the store takes. */
export async function saturated(outstanding: number, visit: Visit, { warmUpMs, measuredMs }: Span): Promise<void> {
  const endAt = performance.now() + warmUpMs + measuredMs;
  const one = async () => {
    for (;;) {
      const now = performance.now();
      if (now >= endAt) return;
      await visit(now);
    }
  };
  await Promise.all(Array.from({ length: outstanding }, one));
}

/** A timer, and not setImmediate: that would keep a core busy with waiting. */
const nextTurn = () => new Promise(done => setTimeout(done, 0));
