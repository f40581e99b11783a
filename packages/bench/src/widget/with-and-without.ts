import type { Browser } from '@playwright/test';
import { table } from '../table.ts';
import { CustomerPage } from './customer-page.ts';
import { blockedBy, tasksOf } from './long-tasks.ts';
import { costOf, slowDown } from './page-cost.ts';
import { performanceScore, type Scored } from './performance-score.ts';

const tag = /<script async\s+src="\/eyeline\.js"[^>]*><\/script>/;

/** What Lighthouse plays for a phone. */
const phone = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };

const measure = async (browser: Browser, url: string, html: string): Promise<Scored> => {
  const customer = await CustomerPage.open(browser);
  const { page } = customer;
  await page.route('**/measured.html', route => route.fulfill({ body: html, contentType: 'text/html' }));
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', phone);
  await slowDown(page, 4);
  const tasks = await tasksOf(browser, page, 'measured.html', () =>
    page.goto(`${url}/measured.html`, { waitUntil: 'networkidle' }),
  );
  const { firstPaint, largestPaint, cumulativeLayoutShift: shift } = await costOf(page);
  await customer.close();
  return { firstPaint, largestPaint, blocking: blockedBy(tasks), shift };
};

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The same shop without the tag and with it, in turns. */
export const withAndWithout = async (browser: Browser, url: string, rounds: number): Promise<string> => {
  const whole = (await (await fetch(`${url}/shop.html`)).text()).replace(
    /<script src="\/shop-options\.js"><\/script>/,
    '',
  );
  if (!tag.test(whole)) throw new Error('The tag is not in shop.html.');
  const variants = { 'without the tag': whole.replace(tag, ''), 'with the tag': whole };
  const seen = new Map<string, Scored[]>(Object.keys(variants).map(name => [name, []]));
  for (let round = 0; round <= rounds; round += 1)
    for (const [name, html] of Object.entries(variants)) {
      const scored = await measure(browser, url, html);
      if (round > 0) seen.get(name)?.push(scored);
    }
  const rows = [...seen].map(([name, all]) => {
    const of = (figure: keyof Scored) => mean(all.map(one => one[figure]));
    return [
      name,
      ...(['firstPaint', 'largestPaint', 'blocking'] as const).map(figure => of(figure).toFixed(0)),
      of('shift').toFixed(4),
      mean(all.map(performanceScore)).toFixed(1),
    ];
  });
  return table(
    ['a shop on a phone', 'first paint, ms', 'largest paint, ms', 'blocked, ms', 'shift', 'points of 100'],
    rows,
  );
};
