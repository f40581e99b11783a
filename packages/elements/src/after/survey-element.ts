import type { ConversationActor, ConversationContext } from '@eyeline/machines';
import { readSurvey, type SurveyQuestions } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { starPath } from '../icons/after-paths.ts';
import { icon } from '../icons/icon.ts';
import { warningPath } from '../icons/paths.ts';
import { keepDraft, readDraft } from '../parts/draft.ts';
import { field } from '../parts/field.ts';
import { after } from '../sentences/after.ts';
import { figures } from '../sentences/locale.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { surveyStyles } from './survey-styles.ts';

const stars = [1, 2, 3, 4, 5];
const points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A question of the site, else the one that is built in. */
const questionOf = (asked: true | string, own: string): string => (asked === true ? own : asked);

/**
 * How a conversation was: what the entry point asks, answered once or left out.
 *
 * @tagname eyeline-survey
 */
export class SurveyElement extends LitElement {
  static override styles = [base, buttons, fields, surveyStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    stars: { state: true },
    nps: { state: true },
    text: { state: true },
    isSkipped: { state: true },
    isEmpty: { state: true },
  };

  /** The conversation that is over. */
  declare conversation: ConversationActor | null;
  declare stars: number | undefined;
  declare nps: number | undefined;
  declare text: string;
  declare isSkipped: boolean;
  /** It was to be sent, and nothing is answered. */
  declare isEmpty: boolean;

  readonly #context = new ActorController(
    this,
    () => this.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.conversation = null;
    this.stars = undefined;
    this.nps = undefined;
    this.text = '';
    this.isSkipped = false;
    this.isEmpty = false;
  }

  override render(): TemplateResult | typeof nothing {
    const context = this.#context.value;
    const questions = readSurvey(context?.entryPoint?.survey);
    if (!context || !questions) return nothing;
    const isAnswered = context.interaction.milestones.some(({ kind }) => kind === 'surveyed');
    const isAsked = context.outbox.some(({ command }) => command.type === 'survey.answer');
    if (isAnswered || isAsked)
      return html`<p class="done" role="status" tabindex="-1">${isAnswered ? after.answered : after.answering}</p>`;
    return this.isSkipped || readDraft(placeOf(context)) ? nothing : this.#form(questions, context);
  }

  #form(questions: SurveyQuestions, context: ConversationContext): TemplateResult {
    return html`<form novalidate @input=${this.#write} @submit=${(event: Event) => this.#answer(event, context)} aria-labelledby="title">
      <h2 id="title" dir="auto">${questions.title ?? after.survey}</h2>
      ${questions.stars ? this.#stars(questionOf(questions.stars, after.askStars)) : nothing}
      ${questions.nps ? this.#points(questionOf(questions.nps, after.askNps)) : nothing}
      ${
        questions.text
          ? field({
              ...{ name: 'text', type: 'textarea', required: false, options: [], value: this.text },
              label: questionOf(questions.text, after.askText),
              onInput: text => {
                this.text = text;
              },
            })
          : nothing
      }
      <p class="failure" role="alert">${this.isEmpty ? html`${icon(warningPath)}<span>${after.nothingYet}</span>` : nothing}</p>
      <div class="answers">
        <button class="button" type="submit">${after.answer}</button>
        <button class="button quiet" type="button" @click=${() => this.#skip(context)}>${after.skip}</button>
      </div>
    </form>`;
  }

  #stars(question: string): TemplateResult {
    return html`<fieldset class="stars">
      <legend dir="auto">${question}</legend>
      <div>
        ${stars.map(
          one => html`<label class=${one <= (this.stars ?? 0) ? 'on' : ''} title=${after.star(one)}>
            <input type="radio" name="stars" value=${one} aria-label=${after.star(one)} .checked=${this.stars === one}
              @change=${() => {
                this.stars = one;
              }} />
            ${icon(starPath)}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #points(question: string): TemplateResult {
    return html`<fieldset class="points" aria-describedby="ends">
      <legend dir="auto">${question}</legend>
      <div>
        ${points.map(
          one => html`<label class=${one === this.nps ? 'on' : ''}>
            <input type="radio" name="nps" value=${one} .checked=${this.nps === one}
              @change=${() => {
                this.nps = one;
              }} />
            <span>${figures(one)}</span>
          </label>`,
        )}
      </div>
      <p class="ends muted" id="ends"><span>${figures(0)}: ${after.notAtAll}</span> <span>${figures(10)}: ${after.veryLikely}</span></p>
    </fieldset>`;
  }

  readonly #write = (): void => {
    this.isEmpty = false;
  };

  #skip({ interactionId }: ConversationContext): void {
    keepDraft(placeOf({ interactionId }), '-');
    this.isSkipped = true;
  }

  #answer(event: Event, { ids, interactionId }: ConversationContext): void {
    event.preventDefault();
    const { stars, nps, conversation } = this;
    const text = this.text.trim();
    this.isEmpty = stars === undefined && nps === undefined && text === '';
    if (this.isEmpty) {
      this.renderRoot.querySelector<HTMLElement>('input, textarea')?.focus();
      return;
    }
    const answers = { ...(stars && { stars }), ...(nps !== undefined && { nps }), ...(text && { text }) };
    conversation?.send({
      type: 'commanded',
      command: { type: 'survey.answer', commandId: ids.commandId(), interactionId, ...answers },
    });
    // The cursor stood in what is gone now.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.done')?.focus());
  }
}

/** Where it is kept that this one is left out. */
const placeOf = ({ interactionId }: Pick<ConversationContext, 'interactionId'>): string => `survey.${interactionId}`;

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-survey': SurveyElement;
  }
}
