import type { ConversationActor } from '@eyeline/machines';
import type { CommandId, FileOffer } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ActorController } from '../controller/actor-controller.ts';
import { icon } from '../icons/icon.ts';
import { filePath } from '../icons/writing-paths.ts';
import { field } from '../parts/field.ts';
import { sizeOf } from '../parts/file-size.ts';
import { say } from '../parts/say.ts';
import { file as sentences } from '../sentences/file.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { composerToolsStyles } from './composer-tools-styles.ts';
import { fileOffersStyles } from './file-offers-styles.ts';
import { offeredByOthers } from './offered-files.ts';

/**
 * Files that the other side has and would send: each may come, or not, with a word why.
 *
 * @tagname eyeline-file-offers
 */
export class FileOffersElement extends LitElement {
  static override styles = [base, buttons, fields, composerToolsStyles, fileOffersStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    declining: { state: true },
    why: { state: true },
  };

  declare conversation: ConversationActor | null;
  /** Which one is being declined. */
  declare declining: CommandId | null;
  declare why: string;

  readonly #context = new ActorController(
    this,
    () => this.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.conversation = null;
    this.declining = null;
    this.why = '';
  }

  override render(): TemplateResult | typeof nothing {
    const context = this.#context.value;
    const offers = context ? offeredByOthers(context) : [];
    if (!context || offers.length === 0) return nothing;
    const isAnswered = (fileId: CommandId) =>
      context.outbox.some(({ command }) => command.type === 'file.answer' && command.fileId === fileId);
    return html`<ul aria-label=${sentences.offers}>
      ${repeat(
        offers,
        one => one.fileId,
        one => this.#offer(one, one.state === 'accepted' || isAnswered(one.fileId)),
      )}
    </ul>`;
  }

  #offer(offer: FileOffer, isDone: boolean): TemplateResult {
    const { name, bytes, mediaType, fileId } = offer;
    const about = [mediaType, sizeOf(bytes)].filter(Boolean).join(' · ');
    return html`<li>
      <span class="sign">${icon(filePath)}</span>
      <div class="about">
        <span class="name" dir="auto" title=${name}>${name}</span>
        <span class="words" role="status">${isDone ? sentences.onItsWay : html`<bdi>${about}</bdi>`}</span>
      </div>
      ${
        isDone || this.declining === fileId
          ? nothing
          : html`<span class="answers">
              <button class="button" type="button" aria-label=${sentences.acceptFile(name)} @click=${() => this.#answer(offer, true)}>${sentences.accept}</button>
              <button class="button quiet" type="button" aria-label=${sentences.declineFile(name)} @click=${() => this.#decline(offer)}>${sentences.decline}</button>
            </span>`
      }
      ${this.declining === fileId && !isDone ? this.#question(offer) : nothing}
    </li>`;
  }

  #question(offer: FileOffer): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => {
      event.preventDefault();
      this.#answer(offer, false);
    }}>
      ${field({
        ...{ name: 'why', type: 'text', required: true, options: [], value: this.why, label: sentences.why },
        onInput: text => {
          this.why = text;
        },
      })}
      <button class="button" type="submit">${sentences.decline}</button>
    </form>`;
  }

  #decline({ fileId }: FileOffer): void {
    this.declining = fileId;
    this.why = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  #answer({ fileId }: FileOffer, accepted: boolean): void {
    const { conversation } = this;
    if (!conversation) return;
    const { ids, interactionId } = conversation.getSnapshot().context;
    const why = this.why.trim();
    conversation.send({
      type: 'commanded',
      command: { type: 'file.answer', commandId: ids.commandId(), interactionId, fileId, accepted },
    });
    if (!accepted && why) say(conversation, why);
    this.declining = null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-file-offers': FileOffersElement;
  }
}
