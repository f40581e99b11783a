import * as v from 'valibot';
import { CommandId } from './ids.ts';

/** A file that somebody has put into the conversation, as the server found it. What is in it is read apart. */
export const SharedFile = v.object({
  fileId: CommandId,
  /** What it is called, fit for any file system. Left out: a snapshot of a call. */
  name: v.optional(v.string()),
  /** Left out: a JPEG. */
  mediaType: v.optional(v.string()),
  /** In pixels. Left out where it is no picture that pages draw. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  bytes: v.number(),
});
export type SharedFile = v.InferOutput<typeof SharedFile>;
