/** Where time and chance come from. */
export interface Time {
  /** ms, by a clock that nobody sets. */
  now(): number;
  /** Runs it once so many ms have passed, never at once. The answer takes it back. */
  after(ms: number, run: () => void): () => void;
  /** In [0, 1). */
  chance(): number;
}

/** setTimeout's own limit. */
const longestTimerMs = 2 ** 31 - 1;

/** Those of this machine. What is further away than 24 days comes then. */
export const machineTime: Time = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(ms, longestTimerMs));
    return () => clearTimeout(timer);
  },
  chance: Math.random,
};
