import type { ConversationContext } from '@eyeline/machines';
import type { CommandId, Message } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { checkPath, clockPath } from '../icons/chat-paths.ts';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';
import { linkify } from './linkify.ts';
import { milestoneSentence } from './milestone-sentence.ts';
import { dayName, exactMoment, shortMoment } from './moment.ts';
import type { MessageGroup, TimelineLine } from './timeline.ts';

/** What a line must know of the whole to be drawn. */
export interface TimelineView {
  readonly context: ConversationContext;
  readonly now: number;
  /** Up to where the other side has our messages. */
  readonly deliveredSeq: number;
  readonly onRetry: (messageId: CommandId) => void;
  readonly onDiscard: (messageId: CommandId) => void;
}

export function timelineLine(line: TimelineLine, view: TimelineView): TemplateResult {
  switch (line.kind) {
    case 'day':
      return html`<p class="day"><span>${dayName(line.at, view.now)}</span></p>`;
    case 'milestone': {
      const { milestone } = line;
      const { interaction, participantId } = view.context;
      return html`<p class="milestone" title=${exactMoment(milestone.at)}>
        ${milestoneSentence(milestone, interaction.participants, participantId)}
      </p>`;
    }
    case 'group':
      return group(line, view);
    case 'unsent':
      return html`<div class="group own">
        ${repeat(
          line.messages,
          ({ wish }) => wish.commandId,
          ({ wish, failure }) => html`
            <div class="bubble ${failure ? 'failed' : 'pending'}" part="message own-message" data-message=${wish.commandId}>
              <span data-text>${textOf(wish.text)}</span>
            </div>
            ${failure ? refusal(wish.commandId, failure.message, view) : nothing}
          `,
        )}
        ${line.messages.some(({ failure }) => !failure) ? html`<p class="state">${icon(clockPath)} ${pendingWord(view)}</p>` : nothing}
      </div>`;
  }
}

function group({ isOwn, name, messages }: MessageGroup, view: TimelineView): TemplateResult {
  const last = messages.at(-1);
  return html`
    <div class="group ${isOwn ? 'own' : 'theirs'}">
      <p class="by">
        <span class=${isOwn ? 'heard' : 'name'}>${isOwn ? 'You' : name || 'Somebody'}</span>
        ${last ? html`<time datetime=${new Date(last.at).toISOString()} title=${exactMoment(last.at)}>${shortMoment(last.at, view.now)}</time>` : nothing}
      </p>
      ${repeat(
        messages,
        message => message.messageId,
        ({ messageId, text }) => html`
          <div class="bubble" part="message ${isOwn ? 'own-message' : 'their-message'}" data-message=${messageId}>
            <span data-text>${textOf(text)}</span>
          </div>
        `,
      )}
      ${isOwn && last && isLastOwn(last, view) ? delivery(last, view) : nothing}
    </div>
  `;
}

const isLastOwn = (message: Message, { context }: TimelineView) =>
  context.interaction.messages.findLast(one => one.participantId === message.participantId) === message;

const delivery = ({ seq }: Message, { deliveredSeq }: TimelineView) =>
  seq <= deliveredSeq ? html`<p class="state">${icon(checkPath)} Delivered</p>` : html`<p class="state">Sent</p>`;

const pendingWord = ({ context }: TimelineView) =>
  context.online ? 'Sending' : 'Will be sent when you are online again';

const refusal = (messageId: CommandId, reason: string, { onRetry, onDiscard }: TimelineView) => html`
  <div class="refusal" role="alert">
    <p>${icon(warningPath)}<span>Not sent. ${reason}</span></p>
    <div>
      <button class="button quiet" type="button" @click=${() => onRetry(messageId)}>Try again</button>
      <button class="button quiet" type="button" @click=${() => onDiscard(messageId)}>Remove</button>
    </div>
  </div>
`;

/** The text as text: only addresses of pages become links. */
const textOf = (text: string) =>
  linkify(text).map(({ text: words, href }) =>
    href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${words}</a>` : words,
  );
