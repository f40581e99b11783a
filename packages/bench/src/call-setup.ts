import { startBareVariant } from './bare/bare-variant.ts';
import { callRound, type RoundTimes } from './call-round.ts';
import type { CallVariant } from './call-variant.ts';
import { launchChromium } from './chromium.ts';
import { median, quantile } from './statistics.ts';
import { table } from './table.ts';

const warmUps = 2;

interface Series {
  readonly variant: CallVariant;
  readonly rounds: RoundTimes[];
}

const ms = (value: number) => value.toFixed(0);

const rows = (series: readonly Series[], side: keyof RoundTimes): string[][] =>
  series.map(({ variant, rounds }) => {
    const times = rounds.map(round => round[side]);
    return [variant.name, String(times.length), ms(Math.min(...times)), ms(median(times)), ms(quantile(times, 0.95))];
  });

/** From the accepting click to the first frame of the other side, interleaved so that a busy minute hits all alike. */
export const callSetup = async (rounds: number): Promise<void> => {
  const variants = [await startBareVariant('p2p'), await startBareVariant('sfu')];
  const series: Series[] = variants.map(variant => ({ variant, rounds: [] }));
  const browser = await launchChromium();
  try {
    for (let round = -warmUps; round < rounds; round += 1) {
      for (const { variant, rounds: times } of series) {
        const measured = await callRound(browser, variant);
        if (round >= 0) times.push(measured);
      }
      process.stderr.write(round < 0 ? 'w' : '.');
    }
    process.stderr.write('\n');
  } finally {
    await browser.close();
    await Promise.all(variants.map(variant => variant.close()));
  }
  const head = ['ms from the accepting click', 'rounds', 'min', 'median', 'p95'];
  console.log('First frame of the acceptor, seen by the proposer\n');
  console.log(table(head, rows(series, 'atProposer')));
  console.log('\nFirst frame of the proposer, seen by the acceptor\n');
  console.log(table(head, rows(series, 'atAcceptor')));
};
