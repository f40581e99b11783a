import { CommandId, InteractionId, ParticipantId } from '@eyeline/protocol';
import * as v from 'valibot';
import { pauseAfter } from '../../settings/pace/backoff.ts';

/** Under which letters that wait are kept in the store, each until it is settled. */
export const mailSystem = 'mail';

const backoff = { firstMs: 10_000, longestMs: 15 * 60_000 };

/** A letter that is to be sent: to whom, and what it is about. What it says is made when it leaves. */
export const WaitingLetter = v.object({
  letterId: CommandId,
  interactionId: InteractionId,
  /** Who asked for it. */
  participantId: ParticipantId,
  to: v.string(),
  language: v.string(),
  zone: v.string(),
  /** UTC ms: when it was asked for, and when it is tried next. */
  askedAt: v.number(),
  at: v.number(),
  attempts: v.number(),
});
export type WaitingLetter = v.InferOutput<typeof WaitingLetter>;

/** Written down before it is tried: who comes after a crash leaves it alone until it is over. */
export const attempted = (letter: WaitingLetter, now: number, attemptMs: number): WaitingLetter => ({
  ...letter,
  attempts: letter.attempts + 1,
  at: now + attemptMs,
});

/** After an attempt that failed; null: it is given up. */
export function postponed(letter: WaitingLetter, now: number, giveUpMs: number, chance: number): WaitingLetter | null {
  // Never at once, so that a server in trouble is left alone.
  const at = now + backoff.firstMs / 2 + pauseAfter(letter.attempts, backoff, chance);
  return at - letter.askedAt > giveUpMs ? null : { ...letter, at };
}
