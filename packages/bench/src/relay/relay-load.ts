import { processorSeconds, residentBytes } from './process-use.ts';
import type { RelayLine } from './relay-line.ts';

export interface RelayFigures {
  readonly perSecond: number;
  /** Acknowledged messages a second of the server's processor time. */
  readonly perProcessorSecond: number;
  readonly latencies: readonly number[];
  /** What a conversation with its connection takes on the server. */
  readonly bytesEach: number;
}

export interface RelayTarget {
  /** All processes that do the server's work. */
  readonly pids: () => readonly number[];
  readonly open: () => Promise<RelayLine>;
}

/** So many conversations are opened at once. */
const openedAtOnce = 32;
const warmUpMs = 3_000;
const text = 'A sentence as people write it in a chat, not long and not short.';

/** `speakers` of `conversations` write one message after the other, each when the one before is acknowledged. */
export async function loadRelay(
  { pids, open }: RelayTarget,
  { conversations, speakers, seconds }: { conversations: number; speakers: number; seconds: number },
): Promise<RelayFigures> {
  const sum = (one: (pid: number) => number) => pids().reduce((all, pid) => all + one(pid), 0);
  const before = sum(residentBytes);
  const lines: RelayLine[] = [];
  while (lines.length < conversations) {
    const some = Math.min(openedAtOnce, conversations - lines.length);
    lines.push(...(await Promise.all(Array.from({ length: some }, open))));
  }
  const bytesEach = (sum(residentBytes) - before) / conversations;
  const latencies: number[] = [];
  const beginAt = performance.now() + warmUpMs;
  const endAt = beginAt + seconds * 1_000;
  let usedBefore = 0;
  const warm = new Promise<void>(resolve =>
    setTimeout(() => {
      usedBefore = sum(processorSeconds);
      resolve();
    }, warmUpMs),
  );
  const speak = async (line: RelayLine) => {
    for (let now = performance.now(); now < endAt; ) {
      await line.say(text);
      const then = performance.now();
      if (now >= beginAt && then < endAt) latencies.push(then - now);
      now = then;
    }
  };
  await Promise.all([warm, ...lines.slice(0, speakers).map(speak)]);
  const used = sum(processorSeconds) - usedBefore;
  for (const line of lines) line.close();
  return { perSecond: latencies.length / seconds, perProcessorSecond: latencies.length / used, latencies, bytesEach };
}
