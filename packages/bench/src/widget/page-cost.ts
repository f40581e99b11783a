import type { Page } from '@playwright/test';

/** What a page makes its visitor feel. */
export interface PageCost {
  /** Sum of all that moved by itself; 0 is best. */
  readonly cumulativeLayoutShift: number;
  /** When the first and the largest thing was painted, in ms from the navigation. */
  readonly firstPaint: number;
  readonly largestPaint: number;
}

/** Begins to watch; runs in the page before anything of it. */
export const watchCost = (): void => {
  const cost = { shift: 0, largest: 0 };
  Object.assign(window, { eyelineCost: cost });
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('layout-shift', entry => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) cost.shift += value;
  });
  watch('largest-contentful-paint', entry => {
    cost.largest = entry.startTime;
  });
};

/** What was seen since the page was opened. */
export const costOf = (page: Page): Promise<PageCost> =>
  page.evaluate(() => {
    const cost = Reflect.get(window, 'eyelineCost') as { shift: number; largest: number };
    return {
      cumulativeLayoutShift: cost.shift,
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      largestPaint: cost.largest,
    };
  });

/** A slower processor, as Chromium plays one. */
export const slowDown = async (page: Page, times: number): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
};
