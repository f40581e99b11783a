import type { ConversationContext } from '@eyeline/machines';
import type { Offer } from '@eyeline/protocol';

/** The form as the customer saw it: label and value, in its order; values of fields that are gone come last. */
export function customerForm({
  interaction,
  entryPoint,
}: Pick<ConversationContext, 'interaction' | 'entryPoint'>): Offer['form'] {
  const fields = entryPoint?.form ?? [];
  const known = fields.map(({ name, label }) => ({ label, value: interaction.form[name] ?? '' }));
  const gone = Object.entries(interaction.form)
    .filter(([name]) => !fields.some(field => field.name === name))
    .map(([label, value]) => ({ label, value }));
  return [...known, ...gone];
}
