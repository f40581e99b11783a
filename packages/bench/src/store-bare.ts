import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PgliteThread } from '@eyeline/server';
import { startPostgres } from '@eyeline/testing';
import pg from 'pg';
import { quantile } from './statistics.ts';
import { type Span, steady } from './store-arrivals.ts';
import type { Engine } from './store-run.ts';

/** What the three changes of a visit are as JSON. */
const bytesOfChanges = [840, 420, 560] as const;

interface Bare {
  query(sql: string, parameters: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * As many bytes as often, grouped in the same way, and nothing but them: what waits while a commit is under way is one
 * row of the next. In ms, from the instant it was due to the answer.
 */
export async function bareP99(engine: Engine, perSecond: number, span: Span): Promise<number> {
  const bare = await (engine === 'PGlite' ? openPglite() : openPostgres());
  try {
    await bare.query('create table bare (number bigserial primary key, text text)', []);
    const group = new Group(texts => bare.query('insert into bare (text) values ($1)', [texts.join('')]));
    const [request, accept, close] = bytesOfChanges.map(bytes => randomBytes(bytes / 2).toString('hex'));
    const latencies: number[] = [];
    const countsFrom = performance.now() + span.warmUpMs;
    const visit = async (dueAt: number) => {
      await group.commit(request ?? '');
      if (dueAt >= countsFrom) latencies.push(performance.now() - dueAt);
      await group.commit(accept ?? '');
      await group.commit(close ?? '');
    };
    await steady(perSecond, visit, span);
    return quantile(latencies, 0.99);
  } finally {
    await bare.close();
  }
}

type Write = (texts: readonly string[]) => Promise<unknown>;

class Group {
  readonly #write: Write;
  #waiting: { text: string; done: () => void }[] = [];
  #isWriting = false;

  constructor(write: Write) {
    this.#write = write;
  }

  commit(text: string): Promise<void> {
    return new Promise(done => {
      this.#waiting.push({ text, done });
      if (this.#isWriting) return;
      this.#isWriting = true;
      setImmediate(() => void this.#run());
    });
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      await this.#write(group.map(({ text }) => text));
      for (const { done } of group) done();
    }
    this.#isWriting = false;
  }
}

async function openPglite(): Promise<Bare> {
  const directory = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
  const thread = new PgliteThread(join(directory, 'postgres'));
  await thread.waitReady;
  return {
    query: (sql, parameters) => thread.query(sql, parameters),
    close: async () => {
      await thread.close();
      await rm(directory, { recursive: true });
    },
  };
}

async function openPostgres(): Promise<Bare> {
  const postgres = await startPostgres();
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  return {
    query: (sql, parameters) => client.query(sql, [...parameters]),
    close: async () => {
      await client.end();
      await postgres.stop();
    },
  };
}
