import { InteractionId } from '@eyeline/protocol';
import { type Kysely, type Selectable, sql } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../database.ts';
import { readFact } from '../read-row.ts';
import { replayStatement } from './replay-statement.ts';
import { settleStatement } from './settle-statement.ts';
import {
  type DeadLetter,
  type Lagging,
  PauseReason,
  type PlacedFact,
  type ReplayFrom,
  type WebhookAttempt,
  type WebhookCounts,
  type WebhookState,
  type WebhookStore,
  type WebhookTurn,
} from './webhook-store.ts';

/** So many attempts are kept of each subscription. */
const mostAttempts = 1_000;

interface PlacedRow {
  readonly position: string | number;
  readonly interaction_id: string;
  readonly seq: number;
  readonly at: string | number;
  readonly name: string;
  readonly payload: unknown;
  readonly entry_point: string | null;
  readonly is_consult: boolean;
}

const numberOrNull = (value: string | number | bigint | null): number | null => (value === null ? null : Number(value));
/** A pause for a reason of another version is one by hand. */
const Paused = v.nullable(v.fallback(PauseReason, 'by-hand'));

const readState = (row: Selectable<Database['webhook_subscription']>): WebhookState => ({
  subscriptionId: row.subscription_id,
  position: Number(row.position),
  paused: v.parse(Paused, row.paused),
  pausedAt: numberOrNull(row.paused_at),
  holdUntil: numberOrNull(row.hold_until),
  failures: row.failures,
  deliveredAt: numberOrNull(row.delivered_at),
  version: Number(row.version),
});

const readLagging = (row: Selectable<Database['webhook_lag']>): Lagging => ({
  interactionId: v.parse(InteractionId, row.interaction_id),
  seq: row.seq,
  attempts: row.attempts,
  dueAt: Number(row.due_at),
  since: Number(row.since),
});

function readPlaced(row: PlacedRow): PlacedFact {
  const fact = () => {
    try {
      return readFact(row);
    } catch {
      return null;
    }
  };
  return {
    position: Number(row.position),
    interactionId: v.parse(InteractionId, row.interaction_id),
    seq: row.seq,
    at: Number(row.at),
    name: row.name,
    entryPointId: row.entry_point ?? '',
    isConsult: row.is_consult,
    fact: fact(),
  };
}

/** Facts with what the first of their log says of all. */
const placed = sql`select fact.position, fact.interaction_id, fact.seq, fact.at, fact.name, fact.payload,
  first.payload ->> 'entryPointId' as entry_point, (first.payload -> 'consult') is not null as is_consult
  from fact left join fact as first on first.interaction_id = fact.interaction_id and first.seq = 1`;

/** On any PostgreSQL, as the store itself. */
export class SqlWebhookStore implements WebhookStore {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async open(subscriptionId: string, now: number): Promise<WebhookState> {
    const position = sql<number>`(select coalesce(max(position), 0) from fact)`;
    const values = { subscription_id: subscriptionId, position, seen_at: now };
    const insert = this.#db.insertInto('webhook_subscription').values(values);
    await insert.onConflict(conflict => conflict.doNothing()).execute();
    const query = this.#db.selectFrom('webhook_subscription').selectAll();
    return readState(await query.where('subscription_id', '=', subscriptionId).executeTakeFirstOrThrow());
  }

  async states(): Promise<readonly WebhookState[]> {
    return (await this.#db.selectFrom('webhook_subscription').selectAll().orderBy('subscription_id').execute()).map(
      readState,
    );
  }

  async end(): Promise<number> {
    const row = await this.#db
      .selectFrom('fact')
      .select(({ fn }) => fn.max('position').as('end'))
      .executeTakeFirst();
    return Number(row?.end ?? 0);
  }

  async factsAfter(position: number, through: number, names: readonly string[], limit: number) {
    const { rows } = await sql<PlacedRow>`${placed} where fact.position > ${position} and fact.position <= ${through}
      and fact.name = any(${names}) order by fact.position limit ${limit}`.execute(this.#db);
    return rows.map(readPlaced);
  }

  async factsOf(
    interactionId: InteractionId,
    fromSeq: number,
    through: number,
    names: readonly string[],
    limit: number,
  ) {
    const { rows } = await sql<PlacedRow>`${placed} where fact.interaction_id = ${interactionId}
      and fact.seq >= ${fromSeq} and fact.position <= ${through} and fact.name = any(${names})
      order by fact.seq limit ${limit}`.execute(this.#db);
    return rows.map(readPlaced);
  }

  async due(subscriptionId: string, now: number, limit: number): Promise<readonly Lagging[]> {
    const query = this.#db.selectFrom('webhook_lag').selectAll().where('subscription_id', '=', subscriptionId);
    return (await query.where('due_at', '<=', now).orderBy('due_at').limit(limit).execute()).map(readLagging);
  }

  async nextDue(subscriptionId: string): Promise<number | null> {
    const query = this.#db.selectFrom('webhook_lag').where('subscription_id', '=', subscriptionId);
    const row = await query.select(({ fn }) => fn.min('due_at').as('at')).executeTakeFirst();
    return numberOrNull(row?.at ?? null);
  }

  async laggingAmong(subscriptionId: string, interactionIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (interactionIds.length === 0) return new Set();
    const query = this.#db.selectFrom('webhook_lag').select('interaction_id');
    const mine = query.where('subscription_id', '=', subscriptionId).where('interaction_id', 'in', interactionIds);
    return new Set((await mine.execute()).map(row => row.interaction_id));
  }

  async hurry(subscriptionId: string, now: number): Promise<void> {
    const mine = this.#db.updateTable('webhook_lag').set({ due_at: now }).where('subscription_id', '=', subscriptionId);
    await mine.where('due_at', '>', now).execute();
  }

  async settle(turn: WebhookTurn): Promise<boolean> {
    const { rows } = await settleStatement(turn).execute(this.#db);
    return rows[0]?.count === 1;
  }

  async counts(subscriptionId: string): Promise<WebhookCounts> {
    const { rows } = await sql<{ lagging: number; dead: number; behind: string | number | null }>`select
      (select count(*)::int from webhook_lag where subscription_id = ${subscriptionId}) as lagging,
      (select count(*)::int from webhook_dead where subscription_id = ${subscriptionId}) as dead,
      (select coalesce(max(position), 0) from fact)
        - (select position from webhook_subscription where subscription_id = ${subscriptionId}) as behind`.execute(
      this.#db,
    );
    const [row] = rows;
    return { lagging: row?.lagging ?? 0, dead: row?.dead ?? 0, behind: Math.max(0, Number(row?.behind ?? 0)) };
  }

  async attempts(
    subscriptionId: string,
    limit: number,
    before?: number,
  ): Promise<readonly (WebhookAttempt & { id: number })[]> {
    const all = this.#db.selectFrom('webhook_attempt').selectAll().where('subscription_id', '=', subscriptionId);
    const older = before === undefined ? all : all.where('id', '<', String(before));
    const rows = await older.orderBy('id', 'desc').limit(limit).execute();
    return rows.map(({ id, at, event_id: eventId, name, attempt, status, reason, ms }) => ({
      ...{ id: Number(id), at: Number(at), eventId, name, attempt, status, reason, ms },
    }));
  }

  async deadLetters(subscriptionId: string, limit: number): Promise<readonly DeadLetter[]> {
    const query = this.#db.selectFrom('webhook_dead').selectAll().where('subscription_id', '=', subscriptionId);
    const rows = await query.orderBy('at').orderBy('interaction_id').orderBy('seq').limit(limit).execute();
    return rows.map(row => ({
      interactionId: v.parse(InteractionId, row.interaction_id),
      seq: row.seq,
      at: Number(row.at),
      attempts: row.attempts,
      reason: row.reason,
    }));
  }

  async pause(subscriptionId: string, now: number): Promise<boolean> {
    const { rows } = await sql`update webhook_subscription
      set paused = coalesce(paused, 'by-hand'), paused_at = coalesce(paused_at, ${now}), version = version + 1
      where subscription_id = ${subscriptionId} returning 1`.execute(this.#db);
    return rows.length === 1;
  }

  async resume(subscriptionId: string, now: number): Promise<boolean> {
    const { rows } = await sql`with lag as (
        update webhook_lag set attempts = 0, due_at = ${now}, since = ${now} where subscription_id = ${subscriptionId})
      update webhook_subscription
      set paused = null, paused_at = null, hold_until = null, failures = 0, version = version + 1
      where subscription_id = ${subscriptionId} returning 1`.execute(this.#db);
    return rows.length === 1;
  }

  async replay(subscriptionId: string, from: ReplayFrom, now: number): Promise<boolean> {
    const position = 'at' in from ? await this.#placeBefore(from.at) : null;
    const { rows } = await replayStatement(subscriptionId, from, position, now).execute(this.#db);
    return rows.length === 1;
  }

  async tidy(subscriptionIds: readonly string[], now: number, forgetBefore: number): Promise<void> {
    const db = this.#db;
    if (subscriptionIds.length > 0)
      await db
        .updateTable('webhook_subscription')
        .set({ seen_at: now })
        .where('subscription_id', 'in', subscriptionIds)
        .execute();
    const old = db.deleteFrom('webhook_subscription').where('seen_at', '<', forgetBefore).returning('subscription_id');
    const forgotten = (await old.execute()).map(row => row.subscription_id);
    for (const table of ['webhook_lag', 'webhook_dead', 'webhook_attempt'] as const)
      if (forgotten.length > 0) await db.deleteFrom(table).where('subscription_id', 'in', forgotten).execute();
    await sql`delete from webhook_attempt as old using webhook_subscription as one
      where old.subscription_id = one.subscription_id and old.id <= (
        select id from webhook_attempt where subscription_id = one.subscription_id
        order by id desc offset ${mostAttempts} limit 1)`.execute(db);
  }

  /** Of the last fact before an instant: the log grows with time, so that halving finds it. O(log facts). */
  async #placeBefore(at: number): Promise<number> {
    let before = 0;
    let after = (await this.end()) + 1;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      const query = this.#db.selectFrom('fact').select(['position', 'at']).where('position', '>=', middle);
      const row = await query.orderBy('position').limit(1).executeTakeFirst();
      if (row && Number(row.at) < at) before = Math.max(middle, Number(row.position));
      else after = middle;
    }
    return before;
  }
}
