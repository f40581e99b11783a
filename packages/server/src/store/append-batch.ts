import type { Fact } from '@eyeline/protocol';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { provenIn } from './proven-customer-table.ts';
import { UnwritableRecord } from './refused-record.ts';
import type { Batch } from './store.ts';

const rowOf = ({ type, interactionId, seq, at, ...payload }: Fact) => ({
  interaction_id: interactionId,
  seq,
  at,
  name: type,
  payload,
});

function written(value: unknown): string {
  try {
    const text = JSON.stringify(value);
    if (text !== undefined) return text;
  } catch {
    // Said below: what JSON has no words for has no place in a log either.
  }
  throw new UnwritableRecord('A record cannot be written as JSON.');
}

type Executor = Pick<Transaction<Database>, 'getExecutor'>;

/**
 * All tables with one statement: rows travel as JSON, so that it is the same however many there are, and there is one way to the
 * database and back. It names only the tables that get rows.
 * What the functions do is written in the migrations.
 */
export const appendStatement = (batch: Batch): RawBuilder<unknown> => sql`select ${sql.join(callsOf(batch))}`;

export async function appendBatch(db: Executor, batch: Batch): Promise<void> {
  await appendStatement(batch).execute(db);
}

/** The same in the writer's epoch. False when that is over: then nothing is stored. */
export async function appendInEpoch(db: Executor, batch: Batch, epoch: number): Promise<boolean> {
  const fence = sql`update writer set beats = beats + 1 where epoch = ${epoch} returning epoch`;
  const { rows } = await sql`with fence as (${fence}) select ${sql.join(callsOf(batch))} from fence`.execute(db);
  return rows.length === 1;
}

/** @throws UnwritableRecord when something in it cannot be written as JSON */
function callsOf(batch: Batch): readonly RawBuilder<unknown>[] {
  const { facts, inputs, commands, sessions, interactions, outside, invitations, snapshot } = batch;
  const last = inputs.at(-1);
  const calls: RawBuilder<unknown>[] = [];
  if (facts.length > 0) calls.push(sql`append_facts(${written(facts.map(rowOf))})`);
  const proven = provenIn(facts);
  if (proven.length > 0) calls.push(sql`append_proven_customers(${written(proven)})`);
  if (interactions.length > 0)
    calls.push(
      sql`append_interactions(${written(interactions.map(one => ({ interaction_id: one.interactionId, live: one.live })))})`,
    );
  if (last) calls.push(sql`append_inputs(${last.number}, ${last.at}, ${written(inputs)})`);
  if (commands.length > 0)
    calls.push(
      sql`append_commands(${written(commands.map(({ commandId, ...one }) => ({ command_id: commandId, ...one })))})`,
    );
  if (sessions.length > 0)
    calls.push(
      sql`append_sessions(${written(sessions.map(one => ({ agent_id: one.agentId, session_id: one.sessionId })))})`,
    );
  if (snapshot) {
    const { number, at, part, text, isLast } = snapshot;
    calls.push(sql`append_snapshot(${number}, ${at}, ${part}, ${text}, ${isLast})`);
  }
  if (outside.length > 0) calls.push(sql`append_outside(${written(outside)})`);
  if (invitations.length > 0)
    calls.push(
      sql`append_invitations(${written(
        invitations.map(one => ({
          invitation_id: one.invitationId,
          code_hash: one.codeHash,
          expires_at: one.expiresAt,
          value: one.value,
        })),
      )})`,
    );
  return calls.length > 0 ? calls : [sql`1`];
}
