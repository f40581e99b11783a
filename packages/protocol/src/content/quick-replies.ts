import * as v from 'valibot';
import { ChoiceId, contentText } from './content-parts.ts';

/** One of several answers, which the customer gives by a press. */
export const QuickReply = v.object({ id: ChoiceId, label: contentText(80) });
export type QuickReply = v.InferOutput<typeof QuickReply>;

/** A question with answers to choose from. */
export const QuickReplies = v.object({
  kind: v.literal('quick-replies'),
  text: contentText(1000),
  choices: v.pipe(v.array(QuickReply), v.minLength(1), v.maxLength(10)),
});
export type QuickReplies = v.InferOutput<typeof QuickReplies>;
