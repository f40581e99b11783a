import * as v from 'valibot';

/** Numbers that can be hidden wherever somebody writes them. */
export const MaskingKind = v.picklist(['card', 'iban', 'ssn']);
export type MaskingKind = v.InferOutput<typeof MaskingKind>;

/** What pages hide before they send it, as an entry point says it; nothing where that is not known. */
export function readMasking(masking: unknown): readonly MaskingKind[] {
  const read = v.safeParse(v.array(MaskingKind), masking);
  return read.success ? read.output : [];
}
