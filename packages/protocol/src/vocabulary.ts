import * as v from 'valibot';

/** Who a participant is in a conversation. */
export const Role = v.picklist(['customer', 'agent']);
export type Role = v.InferOutput<typeof Role>;

/** A kind of work with its own readiness ("media routing domain"). */
export const Domain = v.picklist(['chat', 'video']);
export type Domain = v.InferOutput<typeof Domain>;

/** The whole agent. */
export const AgentState = v.picklist(['logged-out', 'not-ready', 'ready']);
export type AgentState = v.InferOutput<typeof AgentState>;

/** An agent in one domain. `pending-not-ready`: asked to stop, still working. */
export const DomainState = v.picklist(['not-ready', 'ready', 'reserved', 'busy', 'pending-not-ready']);
export type DomainState = v.InferOutput<typeof DomainState>;

export const TaskState = v.picklist(['queued', 'offered', 'active', 'wrapping-up', 'closed']);
export type TaskState = v.InferOutput<typeof TaskState>;

/** How an open offer ended. `withdrawn`: the reason for it went away (customer left, agent's connection was lost). */
export const OfferOutcome = v.picklist(['accepted', 'declined', 'expired', 'withdrawn']);
export type OfferOutcome = v.InferOutput<typeof OfferOutcome>;

/** How an interaction ended, as the system saw it. */
export const Disposition = v.picklist(['handled', 'abandoned']);
export type Disposition = v.InferOutput<typeof Disposition>;

/** `absent`: the connection was lost, the seat is kept. */
export const Presence = v.picklist(['present', 'absent']);
export type Presence = v.InferOutput<typeof Presence>;

/** Which way a call's media takes: browser to browser, or through the SFU. */
export const MediaPath = v.picklist(['p2p', 'sfu']);
export type MediaPath = v.InferOutput<typeof MediaPath>;

/** `withdrawn`: the proposer took it back. `left`: a side went away. `failed`: media could not flow. */
export const CallEnding = v.picklist(['hung-up', 'withdrawn', 'left', 'failed']);
export type CallEnding = v.InferOutput<typeof CallEnding>;

/** Not-ready reasons that the system gives by itself; agents choose theirs from the configuration. */
export const SystemReason = v.picklist(['signed-in', 'no-answer', 'connection-lost']);
export type SystemReason = v.InferOutput<typeof SystemReason>;

export const MediaKind = v.picklist(['audio', 'video']);
export type MediaKind = v.InferOutput<typeof MediaKind>;

/** What a track shows. */
export const Source = v.picklist(['camera', 'microphone']);
export type Source = v.InferOutput<typeof Source>;
