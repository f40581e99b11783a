import { type Commits, commitsBetween } from './commits.ts';
import { processorSeconds } from './process-use.ts';
import type { RelayConnection } from './relay-connection.ts';
import type { RelayTarget } from './relay-target.ts';

export interface RelayFigures {
  readonly messages: number;
  readonly seconds: number;
  /** Processor time of all that does the server's work, and of its main thread alone, in s. */
  readonly processor: number;
  readonly mainThread: number;
  readonly commits: Commits;
  /** From the sending to the answer, in ms. */
  readonly latencies: readonly number[];
}

/** So many conversations are opened at once. */
const openedAtOnce = 32;
const text = 'A sentence as people write it in a chat, not long and not short.';

export async function openConnections(open: RelayTarget['open'], count: number): Promise<readonly RelayConnection[]> {
  const connections: RelayConnection[] = [];
  while (connections.length < count)
    connections.push(
      ...(await Promise.all(Array.from({ length: Math.min(openedAtOnce, count - connections.length) }, open))),
    );
  return connections;
}

/** `atOnce` messages are on their way at any time, in all conversations in turn; each next one when one is acknowledged. */
export async function loadRelay(
  { pids, inspected, commits }: RelayTarget,
  connections: readonly RelayConnection[],
  { atOnce, seconds, warmUp }: { readonly atOnce: number; readonly seconds: number; readonly warmUp: number },
): Promise<RelayFigures> {
  const latencies: number[] = [];
  const beginAt = performance.now() + warmUp * 1_000;
  const endAt = beginAt + seconds * 1_000;
  const used = async () => {
    const processor = pids().reduce((all, pid) => all + processorSeconds(pid), 0);
    return { processor, mainThread: await inspected.threadSeconds(), commits: await commits() };
  };
  const before = new Promise<void>(resolve => setTimeout(resolve, warmUp * 1_000)).then(used);
  let turn = 0;
  const speak = async () => {
    for (let now = performance.now(); now < endAt; ) {
      turn += 1;
      await connections[turn % connections.length]?.send(text);
      const then = performance.now();
      if (now >= beginAt && then < endAt) latencies.push(then - now);
      now = then;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, speak));
  const [from, to] = [await before, await used()];
  return {
    messages: latencies.length,
    seconds,
    processor: to.processor - from.processor,
    mainThread: to.mainThread - from.mainThread,
    commits: commitsBetween(from.commits, to.commits),
    latencies,
  };
}
