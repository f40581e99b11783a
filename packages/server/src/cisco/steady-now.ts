/**
 * ms since the epoch by a clock that nobody sets: the wall clock when this process began, and the time since. For deadlines
 * alone; what is shown to people is told by the contact centre's clock.
 */
export const steadyNow = (): number => Math.ceil(performance.timeOrigin + performance.now());
