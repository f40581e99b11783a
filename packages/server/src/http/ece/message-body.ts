import * as v from 'valibot';
import { textual } from './one-or-many.ts';

/** The body of `sendmessage`. */
export const MessageBody = v.object({
  conversation: v.object({ id: textual(64) }),
  type: v.object({ value: textual(40) }),
  content: v.optional(v.string(), ''),
});

/** The body of `conversation/end`. */
export const EndBody = v.object({ conversation: v.object({ id: textual(64) }) });
