import * as v from 'valibot';
import { CardMessage } from './card.ts';
import { Carousel } from './carousel.ts';
import { FormMessage } from './form-message.ts';
import { QuickReplies, type QuickReply } from './quick-replies.ts';

/** What a message is beside its text, for pages that can show it. */
export const MessageContent = v.variant('kind', [QuickReplies, CardMessage, Carousel, FormMessage]);
export type MessageContent = v.InferOutput<typeof MessageContent>;

/** What it is, as far as this page knows such; else null, and its text is shown. */
export function readContent(content: unknown): MessageContent | null {
  const read = v.safeParse(MessageContent, content);
  return read.success ? read.output : null;
}

/** All answers that can be given to it by a press. */
export function choicesOf(content: MessageContent): readonly QuickReply[] {
  switch (content.kind) {
    case 'quick-replies':
      return content.choices;
    case 'card':
      return content.buttons.filter(one => one.kind === 'reply');
    case 'carousel':
      return content.cards.flatMap(({ buttons }) => buttons.filter(one => one.kind === 'reply'));
    case 'form':
      return [];
  }
}

/** The cards in it. */
export const cardsOf = (content: MessageContent) =>
  content.kind === 'card' ? [content] : content.kind === 'carousel' ? content.cards : [];
