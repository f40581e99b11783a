import type { Fact } from '@eyeline/protocol';
import { sql, type Transaction } from 'kysely';
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

/**
 * All tables with one statement that is always the same, however many rows: columns travel as arrays, and there is one
 * way to the database and back. What it does is written in the migrations.
 */
export async function appendBatch(db: Pick<Transaction<Database>, 'getExecutor'>, batch: Batch): Promise<void> {
  const statement = appending(batch);
  await statement.execute(db);
}

/** @throws UnwritableRecord when something in it cannot be written as JSON */
function appending({ facts, inputs, commands, sessions, interactions, snapshot }: Batch) {
  const last = inputs.at(-1);
  return sql`select append_batch(
    ${facts.map(fact => fact.interactionId)}, ${facts.map(fact => fact.seq)}, ${facts.map(fact => fact.at)},
    ${facts.map(fact => fact.type)}, ${facts.map(payloadOf)},
    ${interactions.map(one => one.interactionId)}, ${interactions.map(one => one.live)},
    ${last?.number ?? null}, ${last?.at ?? null}, ${last ? written(inputs) : null},
    ${commands.map(one => one.scope)}, ${commands.map(one => one.commandId)}, ${commands.map(one => one.name)},
    ${commands.map(one => one.at)}, ${commands.map(one => written(one.value))},
    ${sessions.map(one => one.agentId)}, ${sessions.map(one => one.sessionId)},
    ${snapshot?.number ?? null}, ${snapshot?.at ?? null}, ${snapshot?.part ?? null}, ${snapshot?.text ?? null},
    ${snapshot?.isLast ?? false})`;
}
