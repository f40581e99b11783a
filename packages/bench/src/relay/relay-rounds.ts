import { residentBytes } from './process-use.ts';
import type { RelayConnection } from './relay-connection.ts';
import { loadRelay, openConnections, type RelayFigures } from './relay-load.ts';
import type { RelayTarget } from './relay-target.ts';
import { sharesOf } from './stages.ts';

/** One server through a run: its conversations grow from size to size. */
export interface Runner {
  readonly target: RelayTarget;
  readonly connections: RelayConnection[];
}

/** What a conversation with its two pages takes on the server, of live objects and of memory in all. */
export interface ConversationBytes {
  readonly live: number;
  readonly resident: number;
}

const atOnce = 64;
const warmUp = 2;
/** The servers take turns, so that what else the machine does hits all of them. */
const rounds = 2;

/** Opens as many more as are missing, and says what each of them takes. */
export async function grow({ target, connections }: Runner, size: number): Promise<ConversationBytes> {
  const { inspected, pids } = target;
  const read = async () => ({ live: await inspected.liveBytes(), resident: residentBytes(pids()[0] ?? 0) });
  const missing = size - connections.length;
  const before = await read();
  connections.push(...(await openConnections(target.open, missing)));
  const after = await read();
  return { live: (after.live - before.live) / missing, resident: (after.resident - before.resident) / missing };
}

/** Until a server is what it is for the rest of its life: V8 compiles PostgreSQL a second time, function by function, while it is in use. */
export async function warm({ target, connections }: Runner, seconds: number): Promise<RelayFigures> {
  return loadRelay(target, connections, { atOnce, seconds, warmUp: 0 });
}

/** The same load on all of them, in turns. */
export async function measureAll(runners: readonly Runner[], seconds: number): Promise<readonly RelayFigures[]> {
  const all: RelayFigures[][] = runners.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, { target, connections }] of runners.entries())
      all[index]?.push(await loadRelay(target, connections, { atOnce, seconds: seconds / rounds, warmUp }));
  return all.map(figures => {
    const sum = (of: (one: RelayFigures) => number) => figures.reduce((total, one) => total + of(one), 0);
    return {
      messages: sum(one => one.messages),
      seconds: sum(one => one.seconds),
      processor: sum(one => one.processor),
      mainThread: sum(one => one.mainThread),
      commits: {
        count: sum(one => one.commits.count),
        seconds: sum(one => one.commits.seconds),
        records: sum(one => one.commits.records),
      },
      latencies: figures.flatMap(one => one.latencies),
    };
  });
}

/** How the busy time of the main thread divides under the same load. */
export async function stageShares(
  { target, connections }: Runner,
  seconds: number,
): Promise<ReadonlyMap<string, number>> {
  return sharesOf(await target.inspected.profile(() => loadRelay(target, connections, { atOnce, seconds, warmUp: 0 })));
}
