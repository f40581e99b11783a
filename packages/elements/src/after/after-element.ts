import type { ConversationActor, ConversationContext } from '@eyeline/machines';
import { transcriptPage, transcriptText } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { saveFile } from '../parts/save-file.ts';
import { after } from '../sentences/after.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { afterStyles } from './after-styles.ts';
import { hasTranscript, transcriptName, transcriptOf } from './transcript.ts';
import { isMailOffered } from './transcript-mail-element.ts';

/**
 * What there is when a conversation is over: how it was, where the site asks that, and what was said to take along.
 *
 * @tagname eyeline-after
 */
export class AfterElement extends LitElement {
  static override styles = [base, buttons, afterStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    isMailing: { state: true },
  };

  /** The conversation that is over. */
  declare conversation: ConversationActor | null;
  declare isMailing: boolean;

  readonly #context = new ActorController(
    this,
    () => this.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.conversation = null;
    this.isMailing = false;
  }

  override render(): TemplateResult | typeof nothing {
    const context = this.#context.value;
    if (!context) return nothing;
    const wasServed = context.interaction.participants.some(({ role }) => role === 'agent');
    return html`
      ${wasServed ? html`<eyeline-survey .conversation=${this.conversation}></eyeline-survey>` : nothing}
      ${
        hasTranscript(context)
          ? html`<div class="save" role="group" aria-label=${after.transcript}>
              <span aria-hidden="true">${after.transcript}</span>
              <span class="kinds">
                <button class="button quiet" type="button" @click=${() => this.#save(context, 'txt')}>${after.asText}</button>
                <button class="button quiet" type="button" @click=${() => this.#save(context, 'html')}>${after.asPage}</button>
                ${
                  isMailOffered(context)
                    ? html`<button class="button quiet" type="button" aria-expanded=${this.isMailing} @click=${this.#mail}>${after.byMail}</button>`
                    : nothing
                }
              </span>
            </div>
            <eyeline-transcript-mail .conversation=${this.conversation} ?open=${this.isMailing}
              @eyeline-mail-closed=${() => this.#closeMail()}></eyeline-transcript-mail>`
          : nothing
      }
    `;
  }

  #mail(): void {
    this.isMailing = !this.isMailing;
    if (this.isMailing)
      void this.updateComplete.then(() => this.renderRoot.querySelector('eyeline-transcript-mail')?.focus());
  }

  #closeMail(): void {
    this.isMailing = false;
  }

  #save(context: ConversationContext, kind: 'txt' | 'html'): void {
    const transcript = transcriptOf(context);
    const text = kind === 'txt' ? transcriptText(transcript) : transcriptPage(transcript);
    saveFile(text, transcriptName(context.interaction.openedAt, kind));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-after': AfterElement;
  }
}
