import * as v from 'valibot';

/** Who a participant is in a conversation. */
export const Role = v.picklist(['customer', 'agent']);
export type Role = v.InferOutput<typeof Role>;

/** A kind of work with its own readiness and capacity ("media routing domain"), the richest first. */
export const Domain = v.picklist(['video', 'chat', 'email', 'callback']);
export type Domain = v.InferOutput<typeof Domain>;

/** The whole agent. */
export const AgentState = v.picklist(['logged-out', 'not-ready', 'ready']);
export type AgentState = v.InferOutput<typeof AgentState>;

/**
 * An agent in one domain. `busy`: active and at capacity. `pending-not-ready`: asked to stop, still working.
 * `interrupted`: a task that takes the whole agent has taken over.
 */
export const DomainState = v.picklist([
  'not-ready',
  'ready',
  'reserved',
  'active',
  'busy',
  'pending-not-ready',
  'interrupted',
]);
export type DomainState = v.InferOutput<typeof DomainState>;

/** `scheduled`: a callback before its time. */
export const TaskState = v.picklist(['scheduled', 'queued', 'offered', 'active', 'wrapping-up', 'closed']);
export type TaskState = v.InferOutput<typeof TaskState>;

/** How an open offer ended. `withdrawn`: the reason for it went away (customer left, agent's connection was lost). */
export const OfferOutcome = v.picklist(['accepted', 'declined', 'expired', 'withdrawn']);
export type OfferOutcome = v.InferOutput<typeof OfferOutcome>;

/** How an interaction ended, as the system saw it. `missed`: nobody could or would serve it in time. */
export const Disposition = v.picklist(['handled', 'abandoned', 'transferred', 'missed']);
export type Disposition = v.InferOutput<typeof Disposition>;

/** `absent`: the connection was lost, the place is kept. `left`: somebody else has taken over. */
export const Presence = v.picklist(['present', 'absent', 'left']);
export type Presence = v.InferOutput<typeof Presence>;

/**
 * Why asking a colleague is over. `given-up`: by who asked, before somebody answered. `asker-left`: what it was about has
 * ended, or is with somebody else. `handed-over`: to the colleague.
 */
export const ConsultEnding = v.picklist([
  'ended',
  'declined',
  'not-answered',
  'nobody-there',
  'given-up',
  'asker-left',
  'handed-over',
]);
export type ConsultEnding = v.InferOutput<typeof ConsultEnding>;

/** Which way a call's media takes: browser to browser, or through the SFU. */
export const MediaPath = v.picklist(['p2p', 'sfu']);
export type MediaPath = v.InferOutput<typeof MediaPath>;

/** `withdrawn`: the proposer took it back. `not-answered`: it rang long enough. `left`: a side went away. `failed`: media could not flow. */
export const CallEnding = v.picklist(['hung-up', 'withdrawn', 'not-answered', 'left', 'failed']);
export type CallEnding = v.InferOutput<typeof CallEnding>;

/** Why media could not flow, where a call has `failed`. `too-weak`: not even sound came through. */
export const CallCause = v.picklist(['no-connection', 'connection-lost', 'too-weak']);
export type CallCause = v.InferOutput<typeof CallCause>;

/** Not-ready reasons that the system gives by itself; agents choose theirs from the configuration. */
export const SystemReason = v.picklist(['signed-in', 'no-answer', 'connection-lost']);
export type SystemReason = v.InferOutput<typeof SystemReason>;

export const MediaKind = v.picklist(['audio', 'video']);
export type MediaKind = v.InferOutput<typeof MediaKind>;

/** What a track shows. */
export const Source = v.picklist(['camera', 'microphone', 'screen']);
export type Source = v.InferOutput<typeof Source>;

/**
 * Which sources a call may have. `one-way`: the customer shows, the agent's camera stays closed. `companion`: beside a
 * telephone call, which carries the sound.
 */
export const CallKind = v.picklist(['two-way', 'one-way', 'voice', 'companion']);
export type CallKind = v.InferOutput<typeof CallKind>;

/**
 * `refused`: the person, the browser or the page around says no. `missing`: there is no such device, or it cannot be opened.
 * `weak`: switched on, and not sent for as long as the connection is too weak for it.
 */
export const SourceState = v.picklist(['on', 'off', 'refused', 'missing', 'weak']);
export type SourceState = v.InferOutput<typeof SourceState>;

/** Why a call's media begins anew. `lost`: nothing came through. `room-lost`: the media server had to start again. */
export const RenewReason = v.picklist(['rejoined', 'lost', 'room-lost']);
export type RenewReason = v.InferOutput<typeof RenewReason>;

/** The ways in which a customer may be served: asked for, or given instead, in the order in which they are proposed. */
export const FallbackOption = v.picklist(['video', 'chat', 'callback', 'message']);
export type FallbackOption = v.InferOutput<typeof FallbackOption>;

/** Why a customer is offered the fallback. `overdue`: waited as long as the queue allows. */
export const FallbackReason = v.picklist([
  'closed',
  'nobody-signed-in',
  'no-media',
  'no-skill',
  'agent-absent',
  'overdue',
  'queue-full',
]);
export type FallbackReason = v.InferOutput<typeof FallbackReason>;

/** How a try to call a customer back went. */
export const AttemptOutcome = v.picklist(['reached', 'no-answer', 'line-busy', 'failed']);
export type AttemptOutcome = v.InferOutput<typeof AttemptOutcome>;

/** What has become of a letter. */
export const MailState = v.picklist(['waiting', 'sent', 'failed']);
export type MailState = v.InferOutput<typeof MailState>;
