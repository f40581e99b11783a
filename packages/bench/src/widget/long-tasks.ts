import type { Browser, Page } from '@playwright/test';

interface Frame {
  readonly url?: string;
  readonly processId?: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: Frame & { readonly frames?: readonly Frame[] } };
}

const categories = ['disabled-by-default-devtools.timeline', '__metadata'];

/**
 * What the main thread of the page called `name` did at a stretch while `act` was done, in ms of processor: what others do on the machine
 * meanwhile does not count.
 */
export const tasksOf = async (
  browser: Browser,
  page: Page,
  name: string,
  act: () => Promise<unknown>,
): Promise<readonly number[]> => {
  await browser.startTracing(page, { categories });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly TraceEvent[];
  };
  const frames = traceEvents.flatMap(({ args }) => [...(args?.data?.frames ?? []), ...(args?.data ? [args.data] : [])]);
  const pid = frames.findLast(({ url, processId }) => url?.includes(name) && processId)?.processId;
  const main = traceEvents.find(
    one => one.pid === pid && one.name === 'thread_name' && one.args?.name === 'CrRendererMain',
  );
  if (!main) throw new Error(`The trace has nothing of ${name}.`);
  return traceEvents
    .filter(one => one.pid === pid && one.tid === main.tid && one.name === 'RunTask')
    .map(({ tdur }) => (tdur ?? 0) / 1_000);
};

/** What of each task is over 50 ms, together. */
export const blockedBy = (tasks: readonly number[]): number => tasks.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0);
