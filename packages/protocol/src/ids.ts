import * as v from 'valibot';

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'an id of 1 to 64 letters, digits, "-" and "_"'));

export const InteractionId = v.pipe(id, v.brand('InteractionId'));
export type InteractionId = v.InferOutput<typeof InteractionId>;

export const ParticipantId = v.pipe(id, v.brand('ParticipantId'));
export type ParticipantId = v.InferOutput<typeof ParticipantId>;

export const AgentId = v.pipe(id, v.brand('AgentId'));
export type AgentId = v.InferOutput<typeof AgentId>;

export const TaskId = v.pipe(id, v.brand('TaskId'));
export type TaskId = v.InferOutput<typeof TaskId>;

export const OfferId = v.pipe(id, v.brand('OfferId'));
export type OfferId = v.InferOutput<typeof OfferId>;

export const CallId = v.pipe(id, v.brand('CallId'));
export type CallId = v.InferOutput<typeof CallId>;

export const EntryPointId = v.pipe(id, v.brand('EntryPointId'));
export type EntryPointId = v.InferOutput<typeof EntryPointId>;

/**
 * Chosen by the client, unguessable (a UUID), and the same each time the same wish is repeated: the server carries a
 * command out once and answers every repetition with the first answer, or `already-done` where that is not known any more.
 */
export const CommandId = v.pipe(id, v.minLength(16), v.brand('CommandId'));
export type CommandId = v.InferOutput<typeof CommandId>;

/** The place of a fact in its interaction's log: 1, 2, 3 … without gaps. 0 means "from the start". */
export const Seq = v.pipe(v.number(), v.integer(), v.minValue(0));
export type Seq = v.InferOutput<typeof Seq>;

/** Milliseconds since the epoch, UTC, by the server's clock. */
export const Instant = v.pipe(v.number(), v.integer());
export type Instant = v.InferOutput<typeof Instant>;
