import type { AgentActor, AgentIntent, ConversationContext, DeskTask } from '@eyeline/machines';
import type { AttemptOutcome } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { DeskController } from '../controller/desk-controller.ts';
import { letterPath, phonePath } from '../icons/fallback-paths.ts';
import { icon } from '../icons/icon.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { milestoneSentence } from '../parts/milestone-sentence.ts';
import { exactMoment, shortMoment } from '../parts/moment.ts';
import { peerOf } from '../parts/peer.ts';
import { phoneOf } from '../parts/phone-of.ts';
import { deskDeferred } from '../sentences/desk-deferred.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { callbackWords } from './callback-words.ts';
import { mailLink, phoneLink } from './contact-links.ts';
import { customerForm } from './customer-form.ts';
import { deferredTaskStyles } from './deferred-task-styles.ts';
import { formValues, formValuesStyles } from './form-values.ts';

const outcomes: readonly AttemptOutcome[] = ['reached', 'no-answer', 'line-busy', 'failed'];

/**
 * Work without the customer being there: somebody to call back, or a message that was left.
 *
 * @tagname eyeline-deferred-task
 */
export class DeferredTaskElement extends LitElement {
  static override styles = [base, buttons, formValuesStyles, deferredTaskStyles];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    task: { attribute: false },
  };

  declare actor: AgentActor | null;
  declare task: DeskTask | null;

  readonly #clock = new ClockController(this, 30_000);
  readonly #desk = new DeskController(this, () => this.actor);
  readonly #conversation = new ActorController(
    this,
    () => this.task?.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.actor = null;
    this.task = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { task } = this;
    const context = this.#conversation.value;
    if (!task || !context || context.interaction.lastSeq === 0) return nothing;
    const isOpen = task.state === 'active' && !context.interaction.closed;
    return html`
      <div class="later" tabindex="0" role="group" aria-label=${task.domain === 'callback' ? deskDeferred.callback : deskDeferred.message}>
        ${task.domain === 'callback' ? this.#callback(context, isOpen) : this.#letter(context, isOpen)}
      </div>
    `;
  }

  #callback(context: ConversationContext, isOpen: boolean): TemplateResult {
    const { callback, form } = context.interaction;
    const phone = phoneOf(form, context.entryPoint);
    const link = phoneLink(phone ?? '');
    const when = callback && callbackWords(callback, this.#clock.now);
    return html`
      ${
        link
          ? html`<a class="button primary call" href=${link}>${icon(phonePath)}<span>${sentence(deskDeferred.call(isolate(phone ?? '')))}</span></a>`
          : html`<p class="muted">${deskDeferred.noNumber}</p>`
      }
      ${
        when
          ? html`<dl class="form-values">
              <div><dt>${deskDeferred.wantsToBeCalled}</dt><dd>${when.own}</dd></div>
              ${when.theirs ? html`<div><dt>${deskDeferred.theirClock}</dt><dd>${when.theirs}</dd></div>` : nothing}
            </dl>`
          : nothing
      }
      ${this.#attempts(context)} ${isOpen ? this.#record(context) : nothing} ${this.#notified(context)}
    `;
  }

  #attempts({ interaction, participantId }: ConversationContext): TemplateResult | typeof nothing {
    const attempts = interaction.milestones.filter(({ kind }) => kind === 'callback-attempted');
    if (attempts.length === 0) return nothing;
    return html`<ol class="attempts" aria-label=${deskDeferred.attempts}>
      ${attempts.map(
        attempt => html`<li>
          ${sentence(milestoneSentence(attempt, interaction, participantId))}
          <time class="muted" title=${exactMoment(attempt.at)}>${shortMoment(attempt.at, this.#clock.now)}</time>
        </li>`,
      )}
    </ol>`;
  }

  #record({ interaction }: ConversationContext): TemplateResult {
    const last = interaction.milestones.findLast(({ kind }) => kind === 'callback-attempted');
    if (last?.outcome === 'reached') return this.#done('primary');
    const intent = this.#intent('reached');
    const isPossible = intent !== null && this.#desk.can(intent);
    return html`
      <fieldset>
        <legend>${deskDeferred.howDidItGo}</legend>
        ${outcomes.map(
          outcome => html`<button class="button" type="button" aria-disabled=${isPossible ? nothing : 'true'}
            @click=${() => this.#send(outcome)}>${deskDeferred.outcomes[outcome]}</button>`,
        )}
        <p class="muted">${deskDeferred.triedAgain}</p>
      </fieldset>
    `;
  }

  #letter(context: ConversationContext, isOpen: boolean): TemplateResult {
    const { form } = context.interaction;
    const address = context.entryPoint?.form.find(one => one.type === 'email' && form[one.name]);
    const to = address && form[address.name];
    const link = mailLink(to || '');
    const texts = (context.entryPoint?.form ?? []).filter(one => one.type === 'textarea' && form[one.name]);
    return html`
      ${texts.map(({ name, label }) => html`<section><h3 class="muted">${label}</h3><p class="letter">${form[name]}</p></section>`)}
      <div class="answers">
        ${link ? html`<a class="button primary" href=${link}>${icon(letterPath)}${deskDeferred.answerByEmail}</a>` : nothing}
        ${isOpen ? this.#done('') : nothing}
      </div>
      ${this.#notified(
        context,
        texts.map(({ label }) => label),
      )}
    `;
  }

  #done(look: string): TemplateResult {
    return html`<button class="button ${look} done" type="button"
      @click=${() => this.task?.conversation.send({ type: 'end' })}>${deskDeferred.done}</button>`;
  }

  /** The rest of the form, where there is no room for it beside. */
  #notified(context: ConversationContext, read: readonly string[] = []): TemplateResult {
    const rest = customerForm(context).filter(({ label }) => !read.includes(label));
    return html`<div class="told">${formValues(rest, peerOf(context)?.name ?? '')}</div>`;
  }

  #intent(outcome: AttemptOutcome): AgentIntent | null {
    return this.task && { type: 'record-attempt', taskId: this.task.taskId, outcome };
  }

  #send(outcome: AttemptOutcome): void {
    const intent = this.#intent(outcome);
    if (!intent || !this.#desk.can(intent)) return;
    this.actor?.send({ type: 'dismiss-failure' });
    this.actor?.send(intent);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-deferred-task': DeferredTaskElement;
  }
}
