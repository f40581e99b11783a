import type { Fact } from '@eyeline/protocol';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { UnwritableRecord } from './refused-record.ts';
import type { Batch } from './store.ts';

const payloadOf = ({ type, interactionId, seq, at, ...payload }: Fact): string => written(payload);

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
 * All tables with one statement: columns travel as arrays, so that it is the same however many rows there are, and there is one
 * way to the database and back. It names only the tables that get rows: each parameter costs PostgreSQL more than a row does.
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
  if (facts.length > 0)
    calls.push(sql`append_facts(
      ${facts.map(fact => fact.interactionId)}, ${facts.map(fact => fact.seq)}, ${facts.map(fact => fact.at)},
      ${facts.map(fact => fact.type)}, ${facts.map(payloadOf)})`);
  if (interactions.length > 0)
    calls.push(sql`append_interactions(
      ${interactions.map(one => one.interactionId)}, ${interactions.map(one => one.live)})`);
  if (last) calls.push(sql`append_inputs(${last.number}, ${last.at}, ${written(inputs)})`);
  if (commands.length > 0)
    calls.push(sql`append_commands(
      ${commands.map(one => one.scope)}, ${commands.map(one => one.commandId)}, ${commands.map(one => one.name)},
      ${commands.map(one => one.at)}, ${commands.map(one => written(one.value))})`);
  if (sessions.length > 0)
    calls.push(sql`append_sessions(${sessions.map(one => one.agentId)}, ${sessions.map(one => one.sessionId)})`);
  if (snapshot) {
    const { number, at, part, text, isLast } = snapshot;
    calls.push(sql`append_snapshot(${number}, ${at}, ${part}, ${text}, ${isLast})`);
  }
  if (outside.length > 0)
    calls.push(sql`append_outside(
      ${outside.map(one => one.system)}, ${outside.map(one => one.subject)},
      ${outside.map(one => (one.value === null ? null : written(one.value)))})`);
  if (invitations.length > 0)
    calls.push(sql`append_invitations(
      ${invitations.map(one => one.invitationId)}, ${invitations.map(one => one.codeHash)},
      ${invitations.map(one => one.expiresAt)}, ${invitations.map(one => written(one.value))})`);
  return calls.length > 0 ? calls : [sql`1`];
}
