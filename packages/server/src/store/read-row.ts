import { Fact } from '@eyeline/protocol';
import type { RoutingInput, RoutingSnapshot } from '@eyeline/routing';
import * as v from 'valibot';
import { type AccountProfile, AccountRole, type InputRecord, type Snapshot } from './store.ts';

type Big = string | number | bigint;

/** What is stored is not what was written there. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
}

const unreadable = (row: string, issue: v.BaseIssue<unknown>): UnreadableRecord =>
  new UnreadableRecord(`${row}: expected ${issue.expected ?? issue.type} at "${v.getDotPath(issue) ?? ''}".`);

/**
 * A row of the log as the fact it was.
 * @throws UnreadableRecord for a log that was tampered with
 */
export function readFact(row: { interaction_id: string; seq: number; at: Big; name: string; payload: unknown }): Fact {
  const parsed = v.safeParse(Fact, {
    ...(typeof row.payload === 'object' ? row.payload : {}),
    type: row.name,
    interactionId: row.interaction_id,
    seq: row.seq,
    at: Number(row.at),
  });
  if (!parsed.success) throw unreadable(`Fact ${row.seq}, ${row.name}`, parsed.issues[0]);
  return parsed.output;
}

function parseJson(text: string, row: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableRecord(`${row} is no JSON.`);
  }
}

/**
 * Routing's own writing, read by nobody else: its form is not checked again. Rows of before there were batches hold one
 * input each.
 */
export const readInputs = (row: { number: Big; at: Big; input: string }): readonly InputRecord[] => {
  const input: unknown = parseJson(row.input, `Routing input ${row.number}`);
  if (Array.isArray(input)) return input as InputRecord[];
  return [{ number: Number(row.number), at: Number(row.at), input: input as RoutingInput }];
};

export const readSnapshot = (row: { number: Big; state: string }): Snapshot => ({
  number: Number(row.number),
  state: parseJson(row.state, `Routing snapshot ${row.number}`) as RoutingSnapshot,
});

export const readProfile = (row: {
  username: string;
  name: string;
  role: string;
  cisco_id: string | null;
  is_disabled: boolean;
  is_demo: boolean;
}): AccountProfile => ({
  username: row.username,
  name: row.name,
  // One that this version does not know has the least rights.
  role: v.parse(v.fallback(AccountRole, 'agent'), row.role),
  ciscoId: row.cisco_id,
  isDisabled: row.is_disabled,
  isDemo: row.is_demo,
});
