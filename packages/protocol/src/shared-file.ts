import * as v from 'valibot';
import { CommandId } from './ids.ts';

/** A picture (JPEG) that somebody has put into the conversation, as the server found it. What is in it is read apart. */
export const SharedFile = v.object({
  fileId: CommandId,
  /** In pixels. */
  width: v.number(),
  height: v.number(),
  bytes: v.number(),
});
export type SharedFile = v.InferOutput<typeof SharedFile>;
