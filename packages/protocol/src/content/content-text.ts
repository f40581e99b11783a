import type { FormField, FormValues } from '../entry-point.ts';
import { MESSAGE_MAX_LENGTH } from '../message-length.ts';
import { cutText } from '../text.ts';
import type { Card } from './card.ts';
import type { MessageContent } from './message-content.ts';

const listed = (text: string): string => `- ${text}`;

const cardLines = ({ title, text, buttons }: Card): string[] => [
  title,
  ...(text ? [text] : []),
  ...buttons.map(one => listed(one.kind === 'link' ? `${one.label}: ${one.url}` : one.label)),
];

function linesOf(content: MessageContent): string[] {
  switch (content.kind) {
    case 'quick-replies':
      return [content.text, ...content.choices.map(({ label }) => listed(label))];
    case 'card':
      return cardLines(content);
    case 'carousel':
      return [...(content.text ? [content.text, ''] : []), ...content.cards.flatMap(one => [...cardLines(one), ''])];
    case 'form':
      return [
        content.title,
        ...(content.text ? [content.text] : []),
        ...content.fields.map(({ label }) => listed(label)),
      ];
  }
}

/** A structured message as a plain text: for transcripts, notices, and pages that cannot show it. */
export const plainTextOf = (content: MessageContent): string =>
  cutText(linesOf(content).join('\n').trim(), MESSAGE_MAX_LENGTH);

/** A filled form as a plain text, in the order of its fields. */
export const valuesText = (fields: readonly Pick<FormField, 'name' | 'label'>[], values: FormValues): string =>
  cutText(
    fields
      .flatMap(({ name, label }) => (Object.hasOwn(values, name) ? [`${label}: ${values[name]}`] : []))
      .join('\n') || '-',
    MESSAGE_MAX_LENGTH,
  );
