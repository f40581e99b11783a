/** What the server's clock showed when this page's time began, ms since the epoch; 0 while nobody has said it. */
let origin = 0;

/** The server said what its clock shows. Heard late it shows less than it should, so the most counts; 0 is no news. */
export const followServerClock = (now: number): void => {
  origin = Math.max(origin, now - performance.now());
};

/**
 * The time, ms since the epoch: by the server's clock as soon as that is known, for it is what everything here was dated
 * with. This device's clock may be wrong.
 */
export const pageNow = (): number => (origin ? origin + performance.now() : Date.now());
