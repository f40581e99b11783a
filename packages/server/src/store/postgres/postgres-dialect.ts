import { PostgresDialect } from 'kysely';
import pg from 'pg';
import { StoreUnavailable } from '../store-unavailable.ts';
import { NamedStatements } from './named-statements.ts';

export interface PostgresDialectOptions {
  /** So many connections at most. */
  readonly max: number;
  /** Nothing on them waits for longer, ms. */
  readonly timeoutMs: number;
  /** The same few statements come again and again: each is planned once on each connection. */
  readonly isRepeating?: boolean;
}

/** What PostgreSQL refuses is a `pg.DatabaseError`; all else that goes wrong is `StoreUnavailable`. */
export function createPostgresDialect(url: string, options: PostgresDialectOptions): PostgresDialect {
  const { max, timeoutMs, isRepeating = false } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    keepAlive: true,
    onConnect: client => {
      if (isRepeating) new NamedStatements().giveTo(client);
      watchOver(client);
    },
  });
  // A connection that breaks while idle: the next query opens another and says what is wrong, if it is.
  pool.on('error', () => {});
  // While it is in use: the query that fails says it. Node would end the process where nobody listens.
  pool.on('connect', client => client.on('error', () => {}));
  const connect = () => pool.connect().catch((error: unknown) => Promise.reject(failureOf(error)));
  return new PostgresDialect({ pool: { connect, end: () => pool.end(), options: pool.options } });
}

function watchOver(client: pg.ClientBase): void {
  const query: (...args: unknown[]) => Promise<unknown> = client.query.bind(client);
  const guarded = (...args: unknown[]) =>
    query(...args).catch((error: unknown) => {
      const failure = failureOf(error);
      // The answer may still come, and must not be taken for another: the connection is given up.
      if (failure instanceof StoreUnavailable && client instanceof pg.Client) void client.end();
      throw failure;
    });
  Object.assign(client, { query: guarded });
}

/** Classes of SQLSTATE by which PostgreSQL says that it cannot work now: connections, resources, shutting down, its system, a standby. */
const passing = /^(08|53|57P|58|25006)/;

const failureOf = (error: unknown): unknown =>
  error instanceof pg.DatabaseError && !passing.test(error.code ?? '') ? error : new StoreUnavailable(error);
