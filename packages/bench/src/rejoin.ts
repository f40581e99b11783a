import { startBareVariant } from './bare/bare-variant.ts';
import type { CallVariant } from './call-variant.ts';
import { launchChromium } from './chromium.ts';
import { startEyelineVariant } from './eyeline/eyeline-variant.ts';
import { type Mishap, type RejoinTimes, rejoinRound } from './rejoin-round.ts';
import { median, quantile } from './statistics.ts';
import { table } from './table.ts';

interface Series {
  readonly name: string;
  readonly variant: CallVariant;
  readonly mishap: Mishap;
  readonly rounds: RejoinTimes[];
}

const warmUps = 1;

/**
 * From a reload to the first frame at the page that was reloaded and at the other one, beside a page that calls with the bare
 * library as soon as it is loaded; and from the end of the media server's worker.
 */
export async function rejoin(rounds: number): Promise<void> {
  const variants = [
    await startEyelineVariant('p2p'),
    await startBareVariant('p2p'),
    await startEyelineVariant('sfu'),
    await startBareVariant('sfu'),
  ];
  const series: Series[] = variants.flatMap(variant => [
    { name: `${variant.name}, reload`, variant, mishap: 'reload', rounds: [] },
    ...(variant.killWorker
      ? [{ name: `${variant.name}, worker killed`, variant, mishap: 'worker' as const, rounds: [] }]
      : []),
  ]);
  const browser = await launchChromium();
  try {
    for (let round = -warmUps; round < rounds; round += 1) {
      for (const { variant, mishap, rounds: measured } of series) {
        const times = await rejoinRound(browser, variant, mishap);
        if (round >= 0) measured.push(times);
      }
      process.stderr.write('.');
    }
    process.stderr.write('\n');
  } finally {
    await browser.close();
    await Promise.all(variants.map(variant => variant.close()));
  }
  const row = (name: string, side: string, times: readonly number[]) => [
    name,
    side,
    String(times.length),
    ...[Math.min(...times), median(times), quantile(times, 0.95)].map(value => value.toFixed(0)),
  ];
  console.log(
    table(
      ['ms to the next first frame', 'at', 'rounds', 'min', 'median', 'p95'],
      series.flatMap(({ name, mishap, rounds: measured }) => {
        const others = measured.flatMap(({ atOther }) => atOther ?? []);
        return [
          row(
            name,
            mishap === 'reload' ? 'the reloaded page' : 'the customer',
            measured.map(one => one.atReloaded),
          ),
          ...(others.length > 0 ? [row('', 'the agent', others)] : []),
        ];
      }),
    ),
  );
}
