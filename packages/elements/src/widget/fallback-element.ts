import { type CustomerActor, modesOf, standingOf } from '@eyeline/machines';
import type { Fallback, FallbackOption } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { KeepFocus } from '../controller/keep-focus.ts';
import { sameFields } from '../controller/same-fields.ts';
import { checkPath } from '../icons/chat-paths.ts';
import { nightPath } from '../icons/fallback-paths.ts';
import { icon } from '../icons/icon.ts';
import { sentence as drawn } from '../parts/isolate.ts';
import { fallback as sentences } from '../sentences/fallback.ts';
import { sentenceOf } from '../sentences/language.ts';
import { modes } from '../sentences/modes.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { arrangedWords } from './arranged-words.ts';
import { conversationOf } from './conversation-of.ts';
import { fallbackOptions } from './fallback-options.ts';
import { fallbackStyles } from './fallback-styles.ts';
import { canWaitThough, fallbackSentence, fallbackTitle } from './fallback-words.ts';
import { modeChoices } from './mode-choices.ts';

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
      ...{ entryPoint: snapshot.context.entryPoint, availability: snapshot.context.availability },
      ...{ limit: snapshot.context.limit, step: snapshot.context.step },
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
    new KeepFocus(this);
  }

  /** Puts the cursor into the form, or on the first thing to press. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('eyeline-deferred-form, eyeline-chosen-form, button')?.focus(options);
  }

  override render(): TemplateResult | typeof nothing {
    const { isServing, isChoosing, step } = this.#visit.value ?? {};
    if (isServing) return this.#arranged();
    if (isChoosing) return this.#choice();
    return step === 'callback' || step === 'message'
      ? html`<eyeline-deferred-form .actor=${this.actor}></eyeline-deferred-form>`
      : html`<eyeline-chosen-form .actor=${this.actor}></eyeline-chosen-form>`;
  }

  /** How it may begin; where nobody can serve any of it, why not. */
  #choice(): TemplateResult | typeof nothing {
    const visit = this.#visit.value;
    if (!visit) return nothing;
    const { entryPoint, availability } = visit;
    const [first, ...others] = modesOf(visit);
    if (availability?.fallback && others.length === 0) return this.#fallback(availability.fallback, first === 'video');
    const standings = [first, ...others].flatMap(mode => (mode && standingOf(visit, mode)) ?? []);
    const rest = standings.every(({ because }) => because !== null)
      ? [...(availability?.fallback?.steps ?? []), ...standings.flatMap(({ instead }) => instead)]
      : [];
    const more = [...new Set(rest)].filter(step => !standings.some(({ mode }) => mode === step));
    const choose = (step: FallbackOption) => this.actor?.send({ type: 'choose', step });
    return html`
      <section class="card" aria-labelledby="choose">
        ${entryPoint?.greeting ? html`<p class="greeting">${entryPoint.greeting}</p>` : nothing}
        <h2 id="choose">${availability?.fallback ? fallbackTitle(availability.fallback) : modes.choose}</h2>
        ${
          availability?.fallback
            ? html`<p class="muted">${fallbackSentence(availability.fallback, more.length > 0, this.#clock.now)}</p>`
            : nothing
        }
        ${modeChoices(standings, choose)}
        ${more.length > 0 ? fallbackOptions(more, choose) : nothing}
      </section>
    `;
  }

  #fallback(fallback: Fallback, isVideo: boolean): TemplateResult {
    const { steps } = fallback;
    return html`
      <section class="card" aria-label=${sentences.canDo}>
        <div role="status">
          ${icon(nightPath)}
          <h2>${fallbackTitle(fallback, isVideo)}</h2>
          <p class="muted">${fallbackSentence(fallback, steps.length > 0, this.#clock.now)}</p>
        </div>
        ${fallbackOptions(steps, step => this.actor?.send({ type: 'choose', step }))}
        ${
          canWaitThough(fallback) && (isVideo || !steps.includes('chat'))
            ? html`<button class="button quiet" type="button"
                @click=${() => this.actor?.send({ type: 'choose', step: isVideo ? 'video' : 'chat' })}>
                ${isVideo ? modes.waitForCall : sentences.waitInChat}</button>`
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
