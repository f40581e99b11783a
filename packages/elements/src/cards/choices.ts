import type { QuickReply } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { checkPath } from '../icons/chat-paths.ts';
import { icon } from '../icons/icon.ts';
import { cards } from '../sentences/cards.ts';
import type { Standing } from './standing.ts';

/** What can be done with a message that asks something. */
export interface Answering {
  readonly standing: Standing;
  readonly onChoose: (choice: QuickReply) => void;
}

/** An answer that can be given, or could be: the one that was given says so. */
export function choice(one: QuickReply, { standing: { isOpen, answer }, onChoose }: Answering): TemplateResult {
  if (isOpen)
    return html`<button class="button choice" type="button" data-choice=${one.id} @click=${() => onChoose(one)}><bdi>${one.label}</bdi></button>`;
  const isChosen = answer !== null && 'choiceId' in answer && answer.choiceId === one.id;
  return html`<span class="choice ${isChosen ? 'chosen' : ''}" data-choice=${one.id}>${
    isChosen ? html`${icon(checkPath)}<span class="heard">${cards.chosen}: </span>` : nothing
  }<bdi>${one.label}</bdi></span>`;
}
