import { choicesOf, type MessageAnswer, type NewFact, valuesText } from '@eyeline/protocol';
import { Refusal } from '../../people/refusal.ts';
import type { Membership } from '../access.ts';
import { checkForm } from '../form.ts';
import type { Mask } from '../masking/masking.ts';

type Answered = Pick<NewFact<'message.sent'>, 'text' | 'answer' | 'masked'>;

/**
 * A customer's answer to a structured message, as it was meant there: what a page says of its text counts for nothing.
 * @throws Refusal `not-allowed` where nobody asked them; `already-answered`; `invalid-form` that names the field
 */
export function answered({ identity, log }: Membership, answer: MessageAnswer, mask: Mask): Answered {
  const asked = log.message(answer.replyTo)?.content;
  if (identity.role !== 'customer' || !asked) throw new Refusal('not-allowed');
  if (log.isAnswered(answer.replyTo)) throw new Refusal('already-answered');
  if ('choiceId' in answer) {
    const choice = choicesOf(asked).find(({ id }) => id === answer.choiceId);
    if (!choice) throw new Refusal('invalid-payload');
    return { text: choice.label, answer };
  }
  if (asked.kind !== 'form') throw new Refusal('invalid-payload');
  const given = checkForm({ form: asked.fields }, answer.values);
  const masked = new Set<string>();
  const values = Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const hidden = mask.text(value);
      for (const what of hidden.masked) masked.add(what);
      return [name, hidden.text];
    }),
  );
  const text = valuesText(asked.fields, values);
  return { text, answer: { replyTo: answer.replyTo, values }, ...(masked.size > 0 && { masked: [...masked] }) };
}
