import type { CustomerActor } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { checkPath } from '../icons/chat-paths.ts';
import { nightPath } from '../icons/fallback-paths.ts';
import { icon } from '../icons/icon.ts';
import { sentence as drawn } from '../parts/isolate.ts';
import { fallback as sentences } from '../sentences/fallback.ts';
import { sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { arrangedWords } from './arranged-words.ts';
import { conversationOf } from './conversation-of.ts';
import { fallbackOptions } from './fallback-options.ts';
import { fallbackStyles } from './fallback-styles.ts';
import { canWaitThough, fallbackSentence, fallbackTitle } from './fallback-words.ts';

/**
 * What a customer gets who cannot be served here and now: the fallback, the form of the step taken, what is arranged.
 *
 * @tagname eyeline-fallback
 */
export class FallbackElement extends LitElement {
  static override styles = [base, buttons, fallbackStyles];
  static override properties: PropertyDeclarations = { actor: { attribute: false }, isCancelling: { state: true } };

  /** The visit to follow. */
  declare actor: CustomerActor | null;
  declare isCancelling: boolean;

  readonly #clock = new ClockController(this, 30_000);
  readonly #visit = new ActorController(
    this,
    () => this.actor,
    snapshot => ({
      isServing: snapshot.matches('serving'),
      isChoosing: snapshot.matches('choosing'),
      fallback: snapshot.context.availability?.fallback,
      conversation: conversationOf(snapshot),
    }),
    sameFields,
  );
  readonly #conversation = new ActorController(
    this,
    () => this.#visit.value?.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.actor = null;
    this.isCancelling = false;
  }

  /** Puts the cursor into the form, or on the first thing to press. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('eyeline-deferred-form, button')?.focus(options);
  }

  override render(): TemplateResult | typeof nothing {
    const { isServing, isChoosing } = this.#visit.value ?? {};
    if (isServing) return this.#arranged();
    return isChoosing ? this.#fallback() : html`<eyeline-deferred-form .actor=${this.actor}></eyeline-deferred-form>`;
  }

  #fallback(): TemplateResult | typeof nothing {
    const { fallback } = this.#visit.value ?? {};
    if (!fallback) return nothing;
    const { steps } = fallback;
    return html`
      <section class="card" aria-label=${sentences.canDo}>
        <div role="status">
          ${icon(nightPath)}
          <h2>${fallbackTitle(fallback)}</h2>
          <p class="muted">${fallbackSentence(fallback, steps.length > 0, this.#clock.now)}</p>
        </div>
        ${fallbackOptions(steps, step => this.actor?.send({ type: 'choose', step }))}
        ${
          canWaitThough(fallback) && !steps.includes('chat')
            ? html`<button class="button quiet" type="button"
                @click=${() => this.actor?.send({ type: 'choose', step: 'chat' })}>${sentences.waitInChat}</button>`
            : nothing
        }
      </section>
    `;
  }

  #arranged(): TemplateResult | typeof nothing {
    const context = this.#conversation.value;
    if (!context) return nothing;
    const { title, sentence } = arrangedWords(context, this.#clock.now);
    const { closed, domain } = context.interaction;
    const canCancel = !closed && domain === 'callback';
    return html`
      <section class="card" aria-label=${title}>
        <div role="status">
          ${icon(checkPath)}
          <h2>${title}</h2>
          <p>${drawn(sentence)}</p>
        </div>
        ${context.failure ? html`<p class="failure" role="alert">${sentenceOf(context.failure)}</p>` : nothing}
        ${canCancel && this.isCancelling ? this.#cancelQuestion() : nothing}
        ${
          canCancel && !this.isCancelling
            ? html`<button class="button" type="button" @click=${() => this.#askCancel(true)}>${sentences.cancel}</button>`
            : nothing
        }
        <button class="button quiet" type="button" @click=${() => this.actor?.send({ type: 'start-over' })}>
          ${sentences.startNew}
        </button>
      </section>
    `;
  }

  #cancelQuestion(): TemplateResult {
    return html`
      <div class="question" role="group" aria-label=${sentences.cancelThis}>
        <p>${sentences.cancelThis}</p>
        <button class="button danger" type="button" @click=${() => this.#visit.value?.conversation?.send({ type: 'end' })}>
          ${sentences.yesCancel}
        </button>
        <button class="button" type="button" @click=${() => this.#askCancel(false)}>${sentences.keep}</button>
      </div>
    `;
  }

  #askCancel(isCancelling: boolean): void {
    this.isCancelling = isCancelling;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-fallback': FallbackElement;
  }
}
