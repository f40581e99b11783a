import { Fact } from '@eyeline/protocol';
import type { RoutingInput, RoutingSnapshot } from '@eyeline/routing';
import * as v from 'valibot';
import { type AccountProfile, AccountRole, type InputRecord, type Snapshot } from './store.ts';

type Big = string | number | bigint;

/** A row of the log as the fact it was; a log that was tampered with does not load. */
export const readFact = (row: { interaction_id: string; seq: number; at: Big; name: string; payload: unknown }): Fact =>
  v.parse(Fact, {
    ...v.parse(v.record(v.string(), v.unknown()), row.payload),
    type: row.name,
    interactionId: row.interaction_id,
    seq: row.seq,
    at: Number(row.at),
  });

/**
 * Routing's own writing, read by nobody else: its form is not checked again. Rows of before there were batches hold one
 * input each.
 */
export const readInputs = (row: { number: Big; at: Big; input: string }): readonly InputRecord[] => {
  const input: unknown = JSON.parse(row.input);
  if (Array.isArray(input)) return input as InputRecord[];
  return [{ number: Number(row.number), at: Number(row.at), input: input as RoutingInput }];
};

export const readSnapshot = (row: { number: Big; state: string }): Snapshot => ({
  number: Number(row.number),
  state: JSON.parse(row.state) as RoutingSnapshot,
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
  role: v.parse(AccountRole, row.role),
  ciscoId: row.cisco_id,
  isDisabled: row.is_disabled,
  isDemo: row.is_demo,
});
