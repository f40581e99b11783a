import { CallAnswer, CallKind, CONSENT_MAX_LENGTH, defaultQuality, Quality } from '@eyeline/protocol';
import * as v from 'valibot';
import { timerMs } from './limits.ts';

const Kinds = v.array(CallKind);

/** What may become of a chat at an entry point. Spans in ms. */
export const EscalationConfig = v.strictObject({
  /** The kinds of call that each side may start, the most usual first; empty: it may start none. */
  customerMayStart: v.optional(Kinds, ['two-way']),
  agentMayStart: v.optional(Kinds, ['two-way', 'one-way', 'voice']),
  /** How an invitation may be answered; without `accept` nobody could. */
  answers: v.optional(v.pipe(v.array(CallAnswer), v.includes('accept', 'accept among them')), [
    'accept',
    'one-way',
    'decline',
    'later',
  ]),
  /** What a customer is asked before the first picture leaves the page; left out: nothing. */
  consent: v.optional(v.pipe(v.string(), v.maxLength(CONSENT_MAX_LENGTH)), ''),
  /** The agent's camera when a two-way call begins. */
  agentCamera: v.optional(v.picklist(['on', 'off']), 'on'),
  /** Who accepts the offer of a customer who came for a call: is in it at once, or answers as it rings. */
  agentJoins: v.optional(v.picklist(['at-once', 'by-press']), 'at-once'),
  quality: v.optional(
    v.object({
      maxHeight: v.optional(Quality.entries.maxHeight, defaultQuality.maxHeight),
      maxFrameRate: v.optional(Quality.entries.maxFrameRate, defaultQuality.maxFrameRate),
      maxKbps: v.optional(Quality.entries.maxKbps, defaultQuality.maxKbps),
    }),
    {},
  ),
  /** How long it rings. */
  ringMs: v.optional(timerMs, 60_000),
  /** How long a call waits for a side that is away. */
  rejoinGraceMs: v.optional(timerMs, 60_000),
});
export type EscalationConfig = v.InferOutput<typeof EscalationConfig>;
