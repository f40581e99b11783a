import { rmSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { seedAgents } from '../people/accounts.ts';
import { demoAgents, demoSupervisor } from '../process/demo.ts';
import type { Database } from '../store/database.ts';
import { storeOn } from '../store/embedded/embedded-store.ts';
import { PgliteThread } from '../store/embedded/pglite-thread.ts';
import type { Store } from '../store/store.ts';
import { emptyDataDirectory, quickPasswords } from './empty-store.ts';

/**
 * An embedded store for the servers of this process, one after the other: to open one costs more than most tests do. It
 * is lent as a new one is: with the demo's agents and nothing else.
 */
export class LentStore {
  static readonly #opened = new Set<LentStore>();
  static readonly #free: LentStore[] = [];
  readonly store: Store;
  readonly #db: Kysely<Database>;
  readonly #directory: string;
  #isUsed = false;

  private constructor(directory: string) {
    this.#directory = directory;
    const pglite = new PgliteThread(join(directory, 'postgres'));
    this.#db = new Kysely({ dialect: new PGliteDialect({ pglite }) });
    this.store = storeOn(pglite, this.#db);
  }

  static async lend(): Promise<LentStore> {
    const lent = LentStore.#free.pop() ?? new LentStore(await emptyDataDirectory());
    LentStore.#opened.add(lent);
    if (lent.#isUsed) await lent.#empty();
    lent.#isUsed = true;
    return lent;
  }

  giveBack(): void {
    LentStore.#free.push(this);
  }

  /** Ends it, with its files in a directory where another one can go on. */
  async moveTo(directory: string): Promise<void> {
    await this.store.close();
    await rename(join(this.#directory, 'postgres'), join(directory, 'postgres'));
    await this.#remove();
  }

  /** At the end of this process, with which its stores end. */
  static removeAll(): void {
    for (const lent of LentStore.#opened) rmSync(lent.#directory, { recursive: true, force: true });
  }

  async #remove(): Promise<void> {
    LentStore.#opened.delete(this);
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #empty(): Promise<void> {
    const { rows } = await sql<{ tablename: string }>`select tablename from pg_tables where schemaname = 'public'
      and tablename not like 'kysely%' and tablename <> 'writer'`.execute(this.#db);
    const tables = sql.join(rows.map(({ tablename }) => sql.table(tablename)));
    await sql`truncate ${tables} restart identity`.execute(this.#db);
    await seedAgents(this.store, [...demoAgents, demoSupervisor], quickPasswords);
  }
}

process.once('exit', () => LentStore.removeAll());
// So Vitest ends a process of tests.
process.once('SIGTERM', () => process.exit());
