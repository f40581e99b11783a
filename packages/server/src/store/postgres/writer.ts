import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { Loop } from '../../settings/pace/loop.ts';
import { startupSentences } from '../../settings/sentences/startup.ts';
import type { Database } from '../database.ts';

export interface WriterTimes {
  /** How often the writer shows that it lives. */
  readonly beatMs: number;
  /** A writer that has shown nothing for so long may be replaced. */
  readonly silenceMs: number;
}

/** The database holds no more of what it was asked to: another connection, or another server, writes now. */
class StaleEpoch extends Error {}

type Row = { readonly holder: string | null; readonly epoch: number; readonly beats: number };

/**
 * The right to write into a database, which one server has at a time: a row with its name, an epoch, and a count of beats
 * that shows that it lives. Every commit checks the epoch in its own statement, and each claim begins another one. A commit
 * whose fate is unknown, because its connection broke, is therefore over before the next one begins; and a server that was
 * cut off and replaced writes nothing. Nothing here belongs to a connection: it holds behind a pooler too.
 */
export class Writer {
  readonly #db: Kysely<Database>;
  readonly #holder = randomUUID();
  readonly #times: WriterTimes;
  #lose: () => void = () => {};
  /** Null after a break: the next one who writes claims another. */
  #epoch: number | null = null;
  #claim: Promise<number> | null = null;
  /** Something was stored since the last beat, which shows as much. */
  #hasWritten = false;
  #isOver = false;
  /** Shows that it lives; also notices that it was replaced, and finds the way back to a database that was gone. */
  readonly #beats: Loop;
  /** Resolves when another server has it, with what a person should know. */
  readonly lost = new Promise<string>(resolve => {
    this.#lose = () => {
      this.#isOver = true;
      void this.#beats.stop();
      resolve(startupSentences.databaseTaken);
    };
  });

  private constructor(db: Kysely<Database>, times: WriterTimes) {
    this.#db = db;
    this.#times = times;
    this.#beats = new Loop({
      turn: () => this.#beat(),
      // Whoever has something to store says what is wrong, and a writer that lives shows it as soon as it can.
      backoff: { firstMs: times.beatMs, longestMs: times.beatMs },
      onFault: () => {},
    });
  }

  /** Null when another server has it, and lives. */
  static async take(db: Kysely<Database>, times: WriterTimes): Promise<Writer | null> {
    const writer = new Writer(db, times);
    const seen = await writer.#read();
    for (const until = performance.now() + times.silenceMs; ; ) {
      const row = await writer.#read();
      const isSilent = performance.now() >= until && row.epoch === seen.epoch && row.beats === seen.beats;
      if ((row.holder === null || isSilent) && (await writer.#replace(row))) {
        writer.#beats.due(times.beatMs);
        return writer;
      }
      // The one before may be on its way out.
      if (performance.now() >= until) return null;
      await new Promise(done => setTimeout(done, Math.min(times.beatMs, 250)));
    }
  }

  /**
   * Runs `write` in the epoch that counts now; it answers whether its statement found it so.
   * @throws when it was not stored, or nobody knows; then all that was under way before is over before the next one begins
   */
  async run(write: (epoch: number) => Promise<boolean>): Promise<void> {
    const epoch = this.#epoch ?? (await this.#claimOnce());
    try {
      if (!(await write(epoch))) throw new StaleEpoch('The right to write into the database has to be claimed again.');
      this.#hasWritten = true;
    } catch (error) {
      if (this.#epoch === epoch) this.#epoch = null;
      throw error;
    }
  }

  /** Leaves it to the next one. */
  async release(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    await this.#beats.stop();
    await this.#db.updateTable('writer').set({ holder: null }).where('holder', '=', this.#holder).execute();
  }

  async #read(): Promise<Row> {
    const row = await this.#db.selectFrom('writer').select(['holder', 'epoch', 'beats']).executeTakeFirstOrThrow();
    return { holder: row.holder, epoch: Number(row.epoch), beats: Number(row.beats) };
  }

  async #replace({ holder, epoch, beats }: Row): Promise<boolean> {
    const update = this.#db.updateTable('writer').set({ holder: this.#holder, epoch: epoch + 1, beats: 0 });
    const { numUpdatedRows } = await update
      .where('holder', 'is not distinct from', holder)
      .where('epoch', '=', epoch)
      .where('beats', '=', beats)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    this.#epoch = epoch + 1;
    return true;
  }

  #claimOnce(): Promise<number> {
    this.#claim ??= this.#claimAgain().finally(() => {
      this.#claim = null;
    });
    return this.#claim;
  }

  async #claimAgain(): Promise<number> {
    const { rows } = await sql<{ epoch: string | null }>`select claim_writer(${this.#holder}) as epoch`.execute(
      this.#db,
    );
    const epoch = rows[0]?.epoch ?? null;
    if (epoch === null) {
      this.#lose();
      throw new StaleEpoch(startupSentences.databaseTaken);
    }
    this.#epoch = Number(epoch);
    return this.#epoch;
  }

  async #beat(): Promise<number> {
    const beat = async (epoch: number) => {
      const update = this.#db.updateTable('writer').set(row => ({ beats: sql<number>`${row.ref('beats')} + 1` }));
      return (await update.where('epoch', '=', epoch).executeTakeFirst()).numUpdatedRows === 1n;
    };
    if (!this.#hasWritten) await this.run(beat);
    this.#hasWritten = false;
    return this.#times.beatMs;
  }
}
