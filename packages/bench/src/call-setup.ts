import type { Browser } from '@playwright/test';
import { startBareVariant } from './bare/bare-variant.ts';
import { callRound, type RoundTimes } from './call-round.ts';
import type { CallVariant } from './call-variant.ts';
import { launchChromium } from './chromium.ts';
import { startEyelineVariant } from './eyeline/eyeline-variant.ts';
import { median, quantile } from './statistics.ts';
import { table } from './table.ts';

const warmUps = 2;

interface Series {
  readonly variant: CallVariant;
  readonly rounds: RoundTimes[];
}

/** Ours and the library that carries it. */
type Pair = readonly [eyeline: Series, bare: Series];

const head = ['ms', 'rounds', 'min', 'median', 'p95', 'Eyeline / bare'];

const rows = ([eyeline, bare]: Pair, side: keyof RoundTimes): string[][] => {
  const floor = median(bare.rounds.map(round => round[side]));
  return [eyeline, bare].map(series => {
    const times = series.rounds.map(round => round[side]);
    const figures = [Math.min(...times), median(times), quantile(times, 0.95)].map(value => value.toFixed(0));
    const ratio = series === eyeline ? (median(times) / floor).toFixed(2) : '';
    return [series.variant.name, String(times.length), ...figures, ratio];
  });
};

/** Interleaved, so that a busy minute of the machine hits all alike. */
const measure = async (browser: Browser, series: readonly Series[], rounds: number): Promise<void> => {
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { variant, rounds: measured } of series) {
      const times = await callRound(browser, variant);
      if (round >= 0) measured.push(times);
    }
    process.stderr.write(round < 0 ? 'warming up ' : '.');
  }
  process.stderr.write('\n');
};

const startPair = async (media: 'p2p' | 'sfu'): Promise<Pair> => {
  const series = (variant: CallVariant): Series => ({ variant, rounds: [] });
  return [series(await startEyelineVariant(media)), series(await startBareVariant(media))];
};

/** From the accepting click to the first frame of the other side, beside the bare libraries in the same run. */
export const callSetup = async (rounds: number): Promise<void> => {
  const pairs = [await startPair('p2p'), await startPair('sfu')];
  const series = pairs.flat();
  const browser = await launchChromium();
  try {
    await measure(browser, series, rounds);
  } finally {
    await browser.close();
    await Promise.all(series.map(({ variant }) => variant.close()));
  }
  const print = (title: string, side: keyof RoundTimes) =>
    console.log(
      `\n${title}\n\n${table(
        head,
        pairs.flatMap(pair => rows(pair, side)),
      )}`,
    );
  print('From the accepting click to the first frame of who accepted, at who proposed', 'atProposer');
  print('From the accepting click to the first frame of who proposed, at who accepted', 'atAcceptor');
};
