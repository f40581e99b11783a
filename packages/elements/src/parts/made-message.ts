import type { ConversationActor } from '@eyeline/machines';
import type { Message } from '@eyeline/protocol';
import { html, type TemplateResult } from 'lit';

/** Is there more to show of it than its text? */
export const isMade = ({ content, answer }: Message): boolean => Boolean(content || (answer && 'values' in answer));

/** Only a conversation that has such a message loads what shows it; until then it is a text. */
export function madeMessage(message: Message, conversation: ConversationActor | null): TemplateResult {
  import('../cards/define-cards.ts').catch(() => {});
  return html`<eyeline-message-content .conversation=${conversation} .message=${message}>${message.text}</eyeline-message-content>`;
}
