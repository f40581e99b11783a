import { Fact } from '@eyeline/protocol';
import type { RoutingInput, RoutingState } from '@eyeline/routing';
import * as v from 'valibot';
import type { InputRecord, Snapshot } from './store.ts';

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

/** Routing's own writing, read by nobody else: its form is not checked again. */
export const readInput = (row: { number: Big; at: Big; input: unknown }): InputRecord => ({
  number: Number(row.number),
  at: Number(row.at),
  input: row.input as RoutingInput,
});

export const readSnapshot = (row: { number: Big; state: unknown }): Snapshot => ({
  number: Number(row.number),
  state: row.state as RoutingState,
});
