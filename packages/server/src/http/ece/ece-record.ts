import { ParticipantId } from '@eyeline/protocol';
import * as v from 'valibot';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What is kept of a conversation that an application has begun, by its interaction's id. */
export const EceRecord = v.object({
  /** The key of the application. */
  application: v.string(),
  participantId: ParticipantId,
  /** ECE's numbers of the activity and of its case. */
  activityId: whole,
  /** It wants to be told when the agent writes. */
  typing: v.boolean(),
  /** Where the application reaches this server. */
  origin: v.string(),
  /** Everything up to this was delivered. */
  deliveredSeq: whole,
  /** When its end was delivered, UTC ms; null before. */
  endedAt: v.nullable(whole),
});
export type EceRecord = v.InferOutput<typeof EceRecord>;

/** Under this they are kept. */
export const eceSystem = 'ece-conversation';

/** So long it is known to whom an ended conversation belonged, ms. */
export const endedKeptMs = 7 * 24 * 3_600_000;
