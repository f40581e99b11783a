import * as v from 'valibot';
import { oneOrMany, textual } from './one-or-many.ts';

const Attachment = v.object({ fileName: textual(255), contentUrl: v.pipe(v.string(), v.maxLength(2000)) });
export type Attachment = v.InferOutput<typeof Attachment>;

/** The body of `sendmessage`. */
export const MessageBody = v.object({
  conversation: v.object({ id: textual(64) }),
  type: v.object({ value: textual(40) }),
  content: v.optional(v.string(), ''),
  attachments: v.optional(v.object({ attachment: oneOrMany(Attachment, 10) })),
});

/** The body of `conversation/end`. */
export const EndBody = v.object({ conversation: v.object({ id: textual(64) }) });
