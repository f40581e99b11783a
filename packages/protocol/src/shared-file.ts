import * as v from 'valibot';
import { CommandId } from './ids.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** A file that somebody has put into the conversation. What is in it is read apart. */
export const SharedFile = v.object({
  fileId: CommandId,
  /** All that is taken so far. */
  mediaType: v.literal('image/jpeg'),
  /** In pixels. */
  width: count,
  height: count,
  bytes: count,
});
export type SharedFile = v.InferOutput<typeof SharedFile>;

/** Where files are sent to and read from, each with a ticket that was asked for before. */
export const FILES_PATH = '/api/v1/files';

/** The most that is taken of one file, in bytes and in pixels. */
export const mostFileBytes = 3_000_000;
export const mostFilePixels = 4096 * 4096;
