import * as v from 'valibot';
import { CallKind } from './vocabulary.ts';

/** How an invitation to a call may be answered. `one-way`: without the own camera. `later`: not now, but gladly. */
export const CallAnswer = v.picklist(['accept', 'one-way', 'decline', 'later']);
export type CallAnswer = v.InferOutput<typeof CallAnswer>;

/**
 * Why a side may not start a call now. `not-offered`: the site does not want it. `not-served`: nobody serves the conversation.
 * `agent-without-video`: the agent, or the agent's desk, does no video. `agent-busy`: other work is in the way.
 */
export const EscalationObstacle = v.picklist(['not-offered', 'not-served', 'agent-without-video', 'agent-busy']);
export type EscalationObstacle = v.InferOutput<typeof EscalationObstacle>;

/** Bounds of what a page sends. */
export const Quality = v.object({
  /** In pixels; the picture is as wide as its shape wants. */
  maxHeight: v.pipe(v.number(), v.integer(), v.minValue(90), v.maxValue(2160)),
  /** In frames a second. */
  maxFrameRate: v.pipe(v.number(), v.minValue(1), v.maxValue(60)),
  /** Of one picture, in kbit/s. */
  maxKbps: v.pipe(v.number(), v.integer(), v.minValue(50), v.maxValue(20_000)),
});
export type Quality = v.InferOutput<typeof Quality>;

export const defaultQuality: Quality = { maxHeight: 720, maxFrameRate: 30, maxKbps: 2500 };

/** What one side may do about calls in a conversation, as things stand. */
export const Escalation = v.object({
  /** What it may start, the most usual first. */
  kinds: v.array(CallKind),
  /** Why it may start nothing; null where it may. */
  obstacle: v.nullable(EscalationObstacle),
  answers: v.array(CallAnswer),
  /** What this side is asked before its first picture leaves the page; empty: nothing. */
  consent: v.string(),
  /** Whether its camera is on when a two-way call begins. */
  camera: v.boolean(),
  quality: Quality,
  /** How long a call waits for a side that is away, in ms. */
  rejoinGraceMs: v.number(),
  /** The call for which the customer came, while it has not been: it begins on this side by itself. Null where there is none. */
  awaited: v.optional(v.nullable(CallKind), null),
});
export type Escalation = v.InferOutput<typeof Escalation>;

export const noEscalation: Escalation = {
  kinds: [],
  obstacle: 'not-served',
  answers: ['accept', 'decline'],
  consent: '',
  camera: true,
  quality: defaultQuality,
  rejoinGraceMs: 60_000,
  awaited: null,
};
