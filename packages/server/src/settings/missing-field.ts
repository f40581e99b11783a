import type { Domain, EntryPoint, FallbackOption, FormField } from '@eyeline/protocol';

/** Nobody can be called without a number, and a message says something. */
export const neededFor: Partial<Record<Domain | FallbackOption, FormField['type']>> = {
  callback: 'tel',
  email: 'textarea',
  message: 'textarea',
};

/** The type of field that a form would have to have for a step; null when nothing is missing. */
export function missingField(step: FallbackOption, { form }: Pick<EntryPoint, 'form'>): FormField['type'] | null {
  const needed = neededFor[step];
  return needed === undefined || form.some(({ type }) => type === needed) ? null : needed;
}
