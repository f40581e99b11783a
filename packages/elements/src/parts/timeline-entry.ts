import type { ConversationActor, ConversationContext } from '@eyeline/machines';
import type { CommandId, Message, SharedFile } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { checkPath, clockPath, readPath } from '../icons/chat-paths.ts';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';
import { chat } from '../sentences/chat.ts';
import { language, sentenceOf } from '../sentences/language.ts';
import { hiddenNote } from './hidden-number.ts';
import { sentence } from './isolate.ts';
import { isMade, madeMessage } from './made-message.ts';
import { messageText } from './message-text.ts';
import { tokenFinder } from './message-tokens.ts';
import { milestoneSentence } from './milestone-sentence.ts';
import { ageOf, dayName, exactMoment, pointInTime, shortMoment, startOfDay } from './moment.ts';
import type { MessageGroup, TimelineEntry } from './timeline.ts';

/** What an entry must know of the whole to be drawn. */
export interface TimelineView {
  readonly conversation: ConversationActor | null;
  readonly context: ConversationContext;
  readonly now: number;
  /** Up to where the other side has our messages. */
  readonly deliveredSeq: number;
  /** Up to where somebody on the other side has seen them. */
  readonly readSeq: number;
  /** Where our last message stands; 0 where there is none. */
  readonly lastOwnSeq: number;
  /** Up to where the log was there when it was opened: what is after it has just come, and is seen to. */
  readonly knownSeq: number;
  readonly onRetry: (messageId: CommandId) => void;
  readonly onDiscard: (messageId: CommandId) => void;
  /** What finds links and marks in messages has been loaded. */
  readonly onFinder: () => void;
}

/** An entry drawn, and drawn again only when it would come out differently. */
export const timelineEntry = (line: TimelineEntry, view: TimelineView): unknown =>
  guard(dependenciesOf(line, view), () => {
    try {
      return draw(line, view);
    } catch (error) {
      // One entry that cannot be drawn does not take the others with it.
      console.error('eyeline: a line of the conversation cannot be shown.', error);
      return html`<p class="milestone">${chat.notShown}</p>`;
    }
  });

/** All that the drawing of an entry depends on: the entry, and the little that is not in it. */
export function dependenciesOf(line: TimelineEntry, view: TimelineView): unknown[] {
  switch (line.kind) {
    case 'day':
      return [language, line, startOfDay(view.now)];
    case 'milestone':
      return [language, line];
    case 'request':
      return [language, tokenFinder(), line.text, line.isOwn, line.name, ageOf(line.at, view.now)];
    case 'group': {
      const last = line.messages.at(-1);
      return [
        language,
        tokenFinder(),
        line,
        last && ageOf(last.at, view.now),
        isLastOwn(line, view) && fateOf(last, view),
      ];
    }
    case 'unsent':
      return [language, tokenFinder(), line, view.context.online];
  }
}

function draw(line: TimelineEntry, view: TimelineView): TemplateResult {
  switch (line.kind) {
    case 'day':
      return html`<p class="day"><span>${dayName(line.at, view.now)}</span></p>`;
    case 'milestone': {
      const { milestone } = line;
      const { interaction, participantId } = view.context;
      return html`<p class="milestone" title=${exactMoment(milestone.at)}>
        ${sentence(milestoneSentence(milestone, interaction, participantId))}
      </p>`;
    }
    case 'request':
      return html`<div class="group ${line.isOwn ? 'own' : 'theirs'}">
        ${by(line, view)}
        <div class="bubble" part="message ${line.isOwn ? 'own-message' : 'their-message'}" dir="auto" data-request><span data-text>${messageText(line, view.onFinder)}</span></div>
      </div>`;
    case 'group':
      return group(line, view);
    case 'unsent':
      return html`<div class="group own">
        ${repeat(
          line.messages,
          ({ command }) => command.commandId,
          ({ command, failure }) => html`
            <div class="bubble ${failure ? 'failed' : 'pending'}" part="message own-message" dir="auto" data-message=${command.commandId}>
              <span data-text>${messageText(command, view.onFinder)}</span>
            </div>
            ${hiddenNote(command.masked)}
            ${failure ? refusal(command.commandId, sentenceOf(failure), view) : nothing}
          `,
        )}
        ${line.messages.some(({ failure }) => !failure) ? html`<p class="state">${icon(clockPath)} ${pendingWord(view)}</p>` : nothing}
      </div>`;
  }
}

function group(line: MessageGroup, view: TimelineView): TemplateResult {
  const { isOwn, name, messages } = line;
  const last = messages.at(-1);
  return html`
    <div class="group ${isOwn ? 'own' : 'theirs'}">
      ${last ? by({ isOwn, name, at: last.at }, view) : nothing}
      ${repeat(
        messages,
        message => message.messageId,
        message => html`
          <div class="bubble ${isMade(message) ? 'made' : ''} ${message.seq > view.knownSeq ? 'arriving' : ''}" part="message ${isOwn ? 'own-message' : 'their-message'}" dir="auto" tabindex="-1" data-message=${message.messageId}>
            ${isMade(message) ? madeMessage(message, view.conversation) : message.file ? sharedFile(message.file, message, line, view) : html`<span data-text>${messageText(message, view.onFinder)}</span>`}${exactTime(message.at)}
          </div>
          ${hiddenNote(message.masked)}
        `,
      )}
      ${isLastOwn(line, view) ? fate(fateOf(last, view)) : nothing}
    </div>
  `;
}

const by = ({ isOwn, name, at }: Pick<MessageGroup, 'isOwn' | 'name' | 'at'>, { now }: TimelineView) => html`
  <p class="by">
    <span class=${isOwn ? 'heard' : 'name'} dir="auto">${isOwn ? chat.you : name || chat.somebody}</span>
    <time datetime=${new Date(at).toISOString()} title=${exactMoment(at)}>${shortMoment(at, now)}</time>
  </p>
`;

/** Beside a message that is pointed at or focused, and for whoever reads it aloud; a new message is told without it. */
const exactTime = (at: number) => html`
  <time dir=${language.dir} aria-live="off" datetime=${new Date(at).toISOString()}>${pointInTime(at)}</time>
`;

const isLastOwn = ({ isOwn, messages }: MessageGroup, { lastOwnSeq }: TimelineView) =>
  isOwn && messages.at(-1)?.seq === lastOwnSeq;

const fateOf = (message: Message | undefined, { readSeq, deliveredSeq }: TimelineView) => {
  const seq = message?.seq ?? Number.POSITIVE_INFINITY;
  return seq <= readSeq ? 'read' : seq <= deliveredSeq ? 'delivered' : 'sent';
};

const fateIcons = { read: readPath, delivered: checkPath, sent: '' };

const fate = (known: keyof typeof fateIcons) =>
  html`<p class="state">${fateIcons[known] ? icon(fateIcons[known]) : nothing} ${chat[known]}</p>`;

const pendingWord = ({ context }: TimelineView) => (context.online ? chat.sending : chat.unsent);

const refusal = (messageId: CommandId, reason: string, { onRetry, onDiscard }: TimelineView) => html`
  <div class="refusal" role="alert">
    <p>${icon(warningPath)}<span>${chat.refused(reason)}</span></p>
    <div>
      <button class="button quiet" type="button" @click=${() => onRetry(messageId)}>${chat.tryAgain}</button>
      <button class="button quiet" type="button" @click=${() => onDiscard(messageId)}>${chat.remove}</button>
    </div>
  </div>
`;

/** Only a conversation that has a file loads what shows it. */
function sharedFile(
  file: SharedFile,
  { at }: Message,
  { isOwn, name }: MessageGroup,
  { conversation, now }: TimelineView,
): TemplateResult {
  import('./define-shared-file.ts').catch(() => {});
  const who = isOwn ? null : name || chat.somebody;
  return html`<eyeline-shared-file .conversation=${conversation} .file=${file} .who=${who} .time=${shortMoment(at, now)}></eyeline-shared-file>`;
}
