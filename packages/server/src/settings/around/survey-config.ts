import { SurveyQuestions } from '@eyeline/protocol';
import * as v from 'valibot';
import { timerMs } from '../limits.ts';

/** What is asked when a conversation is over, and for how long. */
export const SurveyConfig = v.strictObject({
  ...SurveyQuestions.entries,
  /** An answer is taken for so long after the end. */
  withinMs: v.optional(timerMs, 24 * 3_600_000),
});
