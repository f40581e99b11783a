import * as v from 'valibot';
import { id } from './brand.ts';

export const InteractionId = id<'InteractionId'>();
export type InteractionId = v.InferOutput<typeof InteractionId>;

export const ParticipantId = id<'ParticipantId'>();
export type ParticipantId = v.InferOutput<typeof ParticipantId>;

export const AgentId = id<'AgentId'>();
export type AgentId = v.InferOutput<typeof AgentId>;

export const TaskId = id<'TaskId'>();
export type TaskId = v.InferOutput<typeof TaskId>;

export const OfferId = id<'OfferId'>();
export type OfferId = v.InferOutput<typeof OfferId>;

export const CallId = id<'CallId'>();
export type CallId = v.InferOutput<typeof CallId>;

export const EntryPointId = id<'EntryPointId'>();
export type EntryPointId = v.InferOutput<typeof EntryPointId>;

/**
 * Chosen by the client, unguessable (a UUID), and the same each time the same command is repeated: the server carries a
 * command out once and answers every repetition with the first answer, or `already-done` where that is not known any more.
 */
export const CommandId = v.pipe(id<'CommandId'>(), v.minLength(16));
export type CommandId = v.InferOutput<typeof CommandId>;

/** The place of a fact in its interaction's log: 1, 2, 3 … without gaps. 0 means "from the start". */
export const Seq = v.pipe(v.number(), v.integer(), v.minValue(0));
export type Seq = v.InferOutput<typeof Seq>;

/** Which beginning of a call's media: 1, 2, 3 … */
export const Epoch = v.pipe(v.number(), v.integer(), v.minValue(1));
export type Epoch = v.InferOutput<typeof Epoch>;

/** Milliseconds since the epoch, UTC, by the server's clock. */
export const Instant = v.pipe(v.number(), v.integer());
export type Instant = v.InferOutput<typeof Instant>;
