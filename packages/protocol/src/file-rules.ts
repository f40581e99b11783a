import * as v from 'valibot';
import { mostFileBytes } from './file-limits.ts';

/** Kinds of files that people send each other. Nothing of them runs: no markup, no drawings in XML, no macros, no programs. */
export const FileKind = v.picklist(['image', 'pdf', 'text', 'office']);
export type FileKind = v.InferOutput<typeof FileKind>;

/** What may be sent at an entry point. What a file is, the server sees in it; it is not told. */
export const FileRules = v.object({
  kinds: v.optional(v.pipe(v.array(FileKind), v.minLength(1, 'at least one of image, pdf, text, office')), [
    ...FileKind.options,
  ]),
  /** Whose files are offered first, and sent when the other side wants them. */
  askFirst: v.optional(v.array(v.picklist(['customer', 'agent'])), []),
  maxBytes: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostFileBytes, `at most ${mostFileBytes}`)),
    10_000_000,
  ),
});
export type FileRules = v.InferOutput<typeof FileRules>;

/** Null where none may be sent. */
export function readFileRules(files: unknown): FileRules | null {
  const read = v.safeParse(FileRules, files);
  return read.success ? read.output : null;
}
