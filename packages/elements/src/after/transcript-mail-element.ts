import type { ConversationActor, ConversationContext } from '@eyeline/machines';
import { isMailAddress, mailIn } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { field } from '../parts/field.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { after } from '../sentences/after.ts';
import { form } from '../sentences/form.ts';
import { language } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { fields } from '../theme/fields.ts';
import { transcriptMailStyles } from './transcript-mail-styles.ts';

type Mailed = NonNullable<ReturnType<typeof mailIn>>;

/** Whether what was said can be sent by e-mail here. */
export const isMailOffered = ({ entryPoint, interaction }: ConversationContext): boolean =>
  entryPoint?.mail === true &&
  interaction.messages.length > 0 &&
  interaction.participants.some(({ role }) => role === 'agent');

/** The address that the customer gave in the form. */
const knownAddress = ({ entryPoint, interaction }: ConversationContext): string => {
  const asked = entryPoint?.form.find(({ type }) => type === 'email');
  return (asked && interaction.form[asked.name]) ?? '';
};

/**
 * Sends what was said by e-mail: to whom, and what has become of it.
 *
 * @tagname eyeline-transcript-mail
 */
export class TranscriptMailElement extends LitElement {
  static override styles = [base, buttons, fields, transcriptMailStyles];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    open: { type: Boolean, reflect: true },
    address: { state: true },
    isWrong: { state: true },
  };

  declare conversation: ConversationActor | null;
  /** Whether the address is asked for. */
  declare open: boolean;
  declare address: string | undefined;
  declare isWrong: boolean;

  readonly #context = new ActorController(
    this,
    () => this.conversation,
    snapshot => snapshot.context,
  );

  constructor() {
    super();
    this.conversation = null;
    this.open = false;
    this.address = undefined;
    this.isWrong = false;
  }

  override render(): TemplateResult | typeof nothing {
    const context = this.#context.value;
    if (!context || !isMailOffered(context)) return nothing;
    const isAsked = context.outbox.some(({ command }) => command.type === 'transcript.send');
    const mail = mailIn(context.interaction);
    const words = isAsked ? after.mailAsking : mail ? wordsOf(mail) : '';
    return html`
      ${words ? html`<p class="state" role="status" tabindex="-1">${sentence(words)}</p>` : nothing}
      ${this.open && !isAsked ? this.#form(context) : nothing}
    `;
  }

  /** Puts the cursor where the address is written. */
  override focus(options?: FocusOptions): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus(options));
  }

  #form(context: ConversationContext): TemplateResult {
    const value = this.address ?? knownAddress(context);
    return html`<form novalidate @submit=${(event: Event) => this.#send(event, context, value.trim())}>
      ${field({
        ...{ name: 'to', type: 'email', required: true, options: [], autocomplete: 'email' },
        label: after.mailTo,
        value,
        error: this.isWrong ? form.email : undefined,
        onInput: text => {
          this.address = text;
          this.isWrong = false;
        },
      })}
      <div class="answers">
        <button class="button" type="submit">${after.mailSend}</button>
        <button class="button quiet" type="button" @click=${this.#close}>${after.mailCancel}</button>
      </div>
    </form>`;
  }

  #send(event: Event, { ids, interactionId }: ConversationContext, to: string): void {
    event.preventDefault();
    this.isWrong = !isMailAddress(to);
    if (this.isWrong) {
      this.focus();
      return;
    }
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.conversation?.send({
      type: 'commanded',
      command: {
        ...{ type: 'transcript.send', commandId: ids.commandId(), interactionId },
        ...{ to, language: language.tag, zone },
      },
    });
    this.#close();
    // The cursor stood in what is gone now.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.state')?.focus());
  }

  #close = (): void => {
    this.open = false;
    this.dispatchEvent(new CustomEvent('eyeline-mail-closed'));
  };
}

function wordsOf({ state, to }: Mailed): string {
  const whom = isolate(to);
  if (state === 'sent') return after.mailSent(whom);
  return state === 'failed' ? after.mailFailed(whom) : after.mailWaiting(whom);
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-transcript-mail': TranscriptMailElement;
  }
}
