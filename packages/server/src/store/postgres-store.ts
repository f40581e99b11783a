import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { StartupError } from '../settings/startup-error.ts';
import type { Database } from './database.ts';
import { SqlStore } from './sql-store.ts';
import type { Store } from './store.ts';

/** "eyeline", as a number: the advisory lock that makes one server the writer of a database. */
const writerLock = 7_309_453;

interface PostgresOptions {
  /** The server itself: there is one writer of a database. Tools beside it are not. Default: true. */
  readonly writer?: boolean;
  /** How long the database may take for anything. Default: 10 s. */
  readonly patienceMs?: number;
}

/**
 * A PostgreSQL server. Writers are told apart by a lock that lives and ends with the connection: each connection that
 * writes has it, so a server that was cut off and replaced can never write again.
 * @throws StartupError when the database cannot be reached or another server uses it
 */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const { writer = true, patienceMs = 10_000 } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
    keepAlive: true,
    // The pool waits for it and gives up the connection when it rejects.
    onConnect: client => {
      abandonWhenSilent(client);
      return writer ? takeWriterLock(client) : undefined;
    },
  });
  // A connection that breaks while idle: the next query opens another and says what is wrong, if it is.
  pool.on('error', () => {});
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  for (const until = Date.now() + patienceMs / 2; ; ) {
    try {
      return await SqlStore.open({ engine: 'PostgreSQL', db, vacuums: false });
    } catch (error) {
      // The one before may be on its way out.
      if (error instanceof WriterPresent && Date.now() < until) {
        await new Promise(done => setTimeout(done, 250));
        continue;
      }
      await db.destroy();
      throw new StartupError(describe(error));
    }
  }
}

class WriterPresent extends Error {}

/** A connection on which no answer came is given up: the one that was waited for may still come, and be taken for another. */
function abandonWhenSilent(client: pg.ClientBase): void {
  const query: (...args: unknown[]) => Promise<unknown> = client.query.bind(client);
  const guarded = (...args: unknown[]) =>
    query(...args).catch(error => {
      if (error instanceof Error && error.message === 'Query read timeout' && client instanceof pg.Client)
        void client.end();
      throw error;
    });
  Object.assign(client, { query: guarded });
}

async function takeWriterLock(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [writerLock]);
  if (!rows[0]?.locked) throw new WriterPresent();
}

function describe(error: unknown): string {
  if (error instanceof WriterPresent)
    return 'Another server uses the database of DATABASE_URL. Stop it first, or name another database.';
  const why =
    error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : String(error);
  return `The database of DATABASE_URL cannot be opened (${why}). Check the address and that PostgreSQL runs.`;
}
