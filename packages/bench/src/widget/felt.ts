import type { Browser } from '@playwright/test';
import { table } from '../table.ts';
import { CustomerPage, openForm, send, startChat } from './customer-page.ts';
import { openDesk } from './desk.ts';
import { blockedBy, tasksOf } from './long-tasks.ts';
import { costOf, slowDown } from './page-cost.ts';

const slower = 4;
const steps = ['the page with the tag', 'click, until the form', 'form sent, until one can write', 'first message'];

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Long tasks and shifts of each step on a processor four times as slow, the median of `rounds`; and what travels for it. */
export const felt = async (browser: Browser, url: string, rounds: number): Promise<string> => {
  const seen = steps.map(() => ({ longest: [] as number[], blocked: [] as number[], shift: [] as number[] }));
  const travelled: string[][] = steps.map(() => []);
  const desk = await openDesk(browser, url);
  for (let round = 0; round <= rounds; round += 1) {
    const customer = await CustomerPage.open(browser);
    const { page } = customer;
    await slowDown(page, slower);
    let shiftBefore = 0;
    const acts = [
      () => page.goto(`${url}/shop.html`, { waitUntil: 'load' }),
      () => openForm(page),
      () => startChat(page),
      () => send(page, 'Hello, is the lamp in stock?'),
    ];
    for (const [index, act] of acts.entries()) {
      let traffic = { requests: 0, bytes: 0 };
      const tasks = await tasksOf(browser, page, 'shop.html', async () => {
        await act();
        traffic = await customer.traffic();
      });
      const { requests, bytes } = traffic;
      const { cumulativeLayoutShift } = await costOf(page);
      travelled[index] = [String(requests), bytes.toLocaleString('en')];
      // The first one warms up.
      if (round > 0) {
        seen[index]?.longest.push(Math.max(...tasks));
        seen[index]?.blocked.push(blockedBy(tasks));
        seen[index]?.shift.push(cumulativeLayoutShift - shiftBefore);
      }
      shiftBefore = cumulativeLayoutShift;
    }
    await customer.close();
  }
  await desk.context().close();
  return table(
    [`in a page, processor ${slower} times as slow`, 'requests', 'bytes', 'longest task, ms', 'blocked, ms', 'shift'],
    steps.map((name, index) => [
      name,
      ...(travelled[index] ?? []),
      median(seen[index]?.longest ?? []).toFixed(0),
      median(seen[index]?.blocked ?? []).toFixed(0),
      median(seen[index]?.shift ?? []).toFixed(4),
    ]),
  );
};
