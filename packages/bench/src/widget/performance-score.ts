/** What is scored: ms, but for the shift. */
export interface Scored {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly blocking: number;
  readonly shift: number;
}

/** Where a figure gives 0.9 and 0.5, and how much it counts: Lighthouse 10 and later, for phones, without its Speed Index. */
const curves: Readonly<Record<keyof Scored, readonly [ninety: number, fifty: number, weight: number]>> = {
  firstPaint: [1_800, 3_000, 10],
  largestPaint: [2_500, 4_000, 25],
  blocking: [200, 600, 30],
  shift: [0.1, 0.25, 25],
};

/** Abramowitz and Stegun 7.1.26. */
function errorFunction(x: number): number {
  const t = 1 / (1 + 0.327_591_1 * Math.abs(x));
  const polynomial =
    t * (0.254_829_592 + t * (-0.284_496_736 + t * (1.421_413_741 + t * (-1.453_152_027 + t * 1.061_405_429))));
  return Math.sign(x) * (1 - polynomial * Math.exp(-x * x));
}

/** Lighthouse's log-normal curve: 1 is best. */
function curveOf(value: number, ninety: number, fifty: number): number {
  if (value <= 0) return 1;
  // The point at which the error function's complement is 2 * 0.9.
  const ninetyPoint = 0.906_193_802_436_823_3;
  const standard = (Math.log(value / fifty) * ninetyPoint) / Math.abs(Math.log(ninety / fifty));
  return Math.min(1, Math.max(0, (1 - errorFunction(standard)) / 2));
}

/** From 0 to 100. */
export const performanceScore = (scored: Scored): number => {
  const names = Object.keys(curves) as (keyof Scored)[];
  const weights = names.reduce((sum, name) => sum + curves[name][2], 0);
  const points = names.reduce((sum, name) => {
    const [ninety, fifty, weight] = curves[name];
    return sum + weight * curveOf(scored[name], ninety, fifty);
  }, 0);
  return (100 * points) / weights;
};
