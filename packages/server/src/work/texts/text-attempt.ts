import type { TextMessage } from '../../interaction/invitations/invitation.ts';
import { pauseAfter } from '../../settings/pace/backoff.ts';

const backoff = { firstMs: 2_000, longestMs: 120_000 };
/** So often it is tried. */
export const mostAttempts = 8;

/** What came of an attempt. `refused`: for good. `failed`: it may have been sent all the same. */
export type TextOutcome =
  | { readonly type: 'sent'; readonly messageId: string }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'failed'; readonly reason: string };

/** To be sent now. */
export const newText = (now: number): TextMessage => ({
  state: 'waiting',
  at: now,
  attempts: 0,
  messageId: null,
  reason: null,
});

/** Written down before it is tried: who comes after a crash knows that it may have been sent, and waits until it is over. */
export const attempted = (text: TextMessage, now: number, attemptMs: number): TextMessage => ({
  ...text,
  attempts: text.attempts + 1,
  at: now + attemptMs,
});

/** After an attempt. */
export function settled(text: TextMessage, outcome: TextOutcome, now: number, chance: number): TextMessage {
  if (outcome.type === 'sent') return { ...text, state: 'sent', at: now, messageId: outcome.messageId, reason: null };
  const { reason } = outcome;
  if (outcome.type === 'refused' || text.attempts >= mostAttempts) return { ...text, state: 'failed', at: now, reason };
  // Never at once, so that a gateway in trouble is left alone.
  const pauseMs = backoff.firstMs / 2 + pauseAfter(text.attempts, backoff, chance);
  return { ...text, at: now + pauseMs, reason };
}
