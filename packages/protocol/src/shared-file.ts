import * as v from 'valibot';
import { CommandId } from './ids.ts';

/** A file that somebody has put into the conversation, as the server found it. What is in it is read apart. */
export const SharedFile = v.object({
  fileId: CommandId,
  /** All that is taken so far. */
  mediaType: v.literal('image/jpeg'),
  /** In pixels. */
  width: v.number(),
  height: v.number(),
  bytes: v.number(),
});
export type SharedFile = v.InferOutput<typeof SharedFile>;
