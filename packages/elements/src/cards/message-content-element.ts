import type { ConversationActor } from '@eyeline/machines';
import {
  choicesOf,
  type FormField,
  type FormMessage,
  type FormValues,
  type MaskingKind,
  type Message,
  type MessageContent,
  type QuickReply,
  readContent,
  valuesText,
} from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { KeepFocus } from '../controller/keep-focus.ts';
import { withHidden } from '../parts/hidden-number.ts';
import { messageText } from '../parts/message-text.ts';
import { withoutNumbers } from '../parts/say.ts';
import { cards } from '../sentences/cards.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { cardView } from './card-view.ts';
import { choice } from './choices.ts';
import { messageContentStyles } from './message-content-styles.ts';
import { isSameStanding, resting, type Standing, standingOf } from './standing.ts';

/**
 * A message that is more than its text: answers to choose from, a card or several, a form, and what was filled into one. Whoever it
 * asks can answer it once; what this page does not know is shown as its text.
 *
 * @tagname eyeline-message-content
 */
export class MessageContentElement extends LitElement {
  static override styles = [base, buttons, messageContentStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    message: { attribute: false },
    preview: { attribute: false },
  };

  declare conversation: ConversationActor | null;
  declare message: Message | null;
  /** What is not sent yet, in the place of a message: nothing of it can be pressed. */
  declare preview: MessageContent | null;

  readonly #standing = new ActorController(
    this,
    () => this.conversation,
    ({ context }) => (this.message ? standingOf(context, this.message.messageId) : resting),
    isSameStanding,
  );
  #content: MessageContent | null = null;

  constructor() {
    super();
    this.conversation = null;
    this.message = null;
    this.preview = null;
    // Who has answered stays where they answered.
    new KeepFocus(this, () => this.closest<HTMLElement>('[data-message]'));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('message') || changed.has('preview'))
      this.#content = this.preview ?? readContent(this.message?.content);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { message } = this;
    const answer = message?.answer;
    if (answer && 'values' in answer) return this.#values(answer.values, this.#askedBy(answer.replyTo));
    const content = this.#content;
    if (!content)
      return html`<p class="text" dir="auto">${messageText({ text: message?.text ?? '' }, this.#onFinder)}</p>`;
    const standing = this.preview ? resting : (this.#standing.value ?? resting);
    return html`${this.#draw(content, standing)}${this.#note(content, standing)}`;
  }

  #draw(content: MessageContent, standing: Standing): TemplateResult {
    const view = {
      standing,
      conversation: this.conversation,
      onFinder: this.#onFinder,
      onChoose: this.#choose,
    };
    switch (content.kind) {
      case 'quick-replies':
        return html`<p class="text" dir="auto">${messageText(content, this.#onFinder)}</p>
          <div class="choices" role="group" aria-label=${cards.chooseAnswer}>${content.choices.map(one => choice(one, view))}</div>`;
      case 'card':
        return cardView(content, view);
      case 'carousel':
        return html`${content.text ? html`<p class="text" dir="auto">${messageText({ text: content.text }, this.#onFinder)}</p>` : nothing}
          <eyeline-carousel .count=${content.cards.length}>
            ${content.cards.map(
              (one, index) =>
                html`<div class="slide" role="group" aria-label=${cards.card(index + 1, content.cards.length)}>${cardView(one, view)}</div>`,
            )}
          </eyeline-carousel>`;
      case 'form':
        return this.#form(content, standing);
    }
  }

  #form(content: FormMessage, { isOpen, answer }: Standing): TemplateResult {
    const { title, text, fields } = content;
    return html`<p class="title" dir="auto">${title}</p>
      ${text ? html`<p class="text" dir="auto">${messageText({ text }, this.#onFinder)}</p>` : nothing}
      ${
        answer
          ? nothing
          : html`<eyeline-answer-form .fields=${fields} .place=${this.message?.messageId ?? ''} ?disabled=${!isOpen}
              .onAnswer=${(values: FormValues) => this.#fill(fields, values)}></eyeline-answer-form>`
      }`;
  }

  #note(content: MessageContent, { isOpen, isAsking, answer }: Standing): TemplateResult | typeof nothing {
    const isAnswerable = content.kind === 'form' || choicesOf(content).length > 0;
    if (this.preview || isOpen || !isAnswerable) return nothing;
    const words = answer ? (content.kind === 'form' ? cards.isAnswered : '') : isAsking ? cards.waits : cards.isClosed;
    return words ? html`<p class="note">${words}</p>` : nothing;
  }

  /** What was filled in, with the labels of the form that asked for it. */
  #values(values: FormValues, asked: MessageContent | null): TemplateResult {
    const fields = asked?.kind === 'form' ? asked.fields : [];
    const labels = new Map(fields.map(({ name, label }) => [name, label]));
    return html`<table>
      ${asked?.kind === 'form' ? html`<caption dir="auto">${asked.title}</caption>` : nothing}
      <tbody>
        ${Object.entries(values).map(
          ([name, value]) =>
            html`<tr><th scope="row" dir="auto">${labels.get(name) ?? name}</th><td dir="auto">${withHidden(value)}</td></tr>`,
        )}
      </tbody>
    </table>`;
  }

  #askedBy(messageId: string): MessageContent | null {
    const messages = this.conversation?.getSnapshot().context.interaction.messages ?? [];
    return readContent(messages.find(one => one.messageId === messageId)?.content);
  }

  readonly #onFinder = (): void => this.requestUpdate();

  readonly #choose = ({ id, label }: QuickReply): void => this.#answer(label, { choiceId: id });

  #fill(fields: readonly FormField[], given: FormValues): void {
    if (!this.conversation) return;
    const { values, masked } = withoutNumbers(this.conversation, given);
    this.#answer(valuesText(fields, values), { values }, masked);
  }

  #answer(
    text: string,
    what: { readonly choiceId: string } | { readonly values: FormValues },
    masked?: MaskingKind[],
  ): void {
    const { conversation, message } = this;
    if (!conversation || !message) return;
    const answer = { replyTo: message.messageId, ...what };
    conversation.send({ type: 'send', text, answer, ...(masked && { masked }) });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-message-content': MessageContentElement;
  }
}
