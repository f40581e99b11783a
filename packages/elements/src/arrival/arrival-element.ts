import type { Link } from '@eyeline/machines';
import { type CallKind, type EntryPointId, type Failure, failure } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { arrival as words } from '../sentences/arrival.ts';
import { sentenceOf } from '../sentences/language.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { tokens } from '../theme/tokens.ts';
import { arrivalStyles } from './arrival-styles.ts';

/** Somebody comes in. `byLink`: as the guest whom the link was for; else they want to chat. */
export interface ArrivedDetail {
  readonly entryPointId: EntryPointId;
  readonly byLink: boolean;
}

/** Who it is that invites. */
export interface InvitedDetail {
  readonly company: string;
}

/** What stands on the page. Codes and not words: the language may become another. */
type Shown =
  | { readonly state: 'loading' | 'arrived' }
  | { readonly state: 'open'; readonly company: string; readonly kind: CallKind; readonly entryPointId: EntryPointId }
  /** `entryPointId`: where they may chat instead. */
  | {
      readonly state: 'gone';
      readonly company: string | null;
      readonly why: Failure | 'for-agent';
      readonly entryPointId: EntryPointId | null;
    }
  | { readonly state: 'unreached'; readonly why: Failure | null };

const told = <D extends ArrivedDetail | InvitedDetail>(detail: D) => ({ detail, bubbles: true, composed: true });

/**
 * What somebody sees who opens a link from a text message: who invites them and what will be shown, before anything is opened
 * or asked; or why the link does not open, and the chat instead.
 *
 * @fires {CustomEvent<InvitedDetail>} eyeline-invited - the link was looked at
 * @fires {CustomEvent<ArrivedDetail>} eyeline-arrived - they come in: a session for the entry point is theirs from now on
 * @tagname eyeline-arrival
 */
export class ArrivalElement extends LitElement {
  static override styles = [tokens, base, buttons, arrivalStyles];
  static override properties: PropertyDeclarations = {
    link: { attribute: false },
    theme: { reflect: true },
    shown: { state: true },
    isOpening: { state: true },
  };

  /** What is looked at as soon as it is given; the sdk's `createLink()`. */
  declare link: Link | null;
  declare theme: 'auto' | 'light' | 'dark';
  declare shown: Shown;
  declare isOpening: boolean;

  constructor() {
    super();
    this.link = null;
    this.theme = 'auto';
    this.shown = { state: 'loading' };
    this.isOpening = false;
  }

  override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!changed.has('link') || !this.link) return;
    this.shown = { state: 'loading' };
    void this.#look(this.link);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.shown.state === 'arrived') return nothing;
    return html`
      <section>
        <svg class="mark" viewBox="0 0 64 64" aria-hidden="true">
          <path d="M8 32c6.5-11 14.5-16.5 24-16.5S49.5 21 56 32c-6.5 11-14.5 16.5-24 16.5S14.5 43 8 32z" />
          <circle cx="32" cy="32" r="7" />
        </svg>
        <div>
          ${this.shown.state === 'gone' && this.shown.company ? html`<p class="company" dir="auto">${this.shown.company}</p>` : nothing}
          <h1>${this.#title()}</h1>
        </div>
        <p role="status">${this.#note()}</p>
        ${this.#what()} ${this.#buttons()}
      </section>
    `;
  }

  async #look(link: Link): Promise<void> {
    const answer = await link.look();
    // It was given another one meanwhile.
    if (link !== this.link) return;
    if ('unreached' in answer) this.shown = { state: 'unreached', why: answer.unreached };
    else if ('refusal' in answer) await this.#lookAround(link, answer.refusal);
    else {
      const { role, kind, standing, entryPointId, company } = answer.value;
      this.dispatchEvent(new CustomEvent('eyeline-invited', told({ company })));
      if (role === 'host') this.shown = { state: 'gone', company, why: 'for-agent', entryPointId: null };
      else if (link.isKnown && standing !== 'revoked') await this.#open(link, entryPointId, company);
      else if (standing === 'open') this.shown = { state: 'open', company, kind, entryPointId };
      else this.shown = { state: 'gone', company, why: failure(`link-${standing}`), entryPointId };
    }
  }

  /** There is no such link; who is here may be asked all the same. */
  async #lookAround(link: Link, why: Failure): Promise<void> {
    const site = await link.site();
    const entryPointId = 'value' in site ? site.value.entryPointId : null;
    if (link === this.link) this.shown = { state: 'gone', company: null, why, entryPointId };
  }

  /** Comes by the link: the first time, or again. */
  async #open(link: Link, entryPointId: EntryPointId, company: string): Promise<void> {
    if (this.isOpening) return;
    this.isOpening = true;
    const answer = await link.open();
    this.isOpening = false;
    if (link !== this.link) return;
    if ('value' in answer) this.#arrive(answer.value.entryPointId, true);
    else if ('unreached' in answer) this.shown = { state: 'unreached', why: answer.unreached };
    else this.shown = { state: 'gone', company, why: answer.refusal, entryPointId };
  }

  #arrive(entryPointId: EntryPointId, byLink: boolean): void {
    this.shown = { state: 'arrived' };
    this.dispatchEvent(new CustomEvent('eyeline-arrived', told({ entryPointId, byLink })));
  }

  #title(): string {
    const { shown } = this;
    if (shown.state === 'open') return words.invites(shown.company);
    if (shown.state === 'unreached') return shown.why ? words.notNow : words.unreached;
    if (shown.state !== 'gone') return words.loading;
    return words.doesNotOpen;
  }

  #note(): string {
    const { shown } = this;
    if (shown.state === 'unreached') return shown.why ? sentenceOf(shown.why) : words.staysGood;
    if (shown.state !== 'gone') return '';
    return shown.why === 'for-agent' ? words.forAgent : sentenceOf(shown.why);
  }

  #what(): TemplateResult | typeof nothing {
    if (this.shown.state !== 'open') return nothing;
    const { kind } = this.shown;
    const sounds = { companion: words.telephone, voice: words.microphone };
    const sound = kind === 'companion' || kind === 'voice' ? sounds[kind] : words.microphones;
    return html`
      <ul>
        ${kind === 'voice' ? nothing : html`<li>${words.camera}</li>`}
        <li>${sound}</li>
        <li>${words.nothingInstalled}</li>
      </ul>
    `;
  }

  #buttons(): TemplateResult | typeof nothing {
    const { shown, link } = this;
    if (!link) return nothing;
    if (shown.state === 'open')
      return this.#button(words.proceed, () => this.#open(link, shown.entryPointId, shown.company), 'primary');
    if (shown.state === 'unreached') return this.#button(words.again, () => this.#look(link), 'primary');
    if (shown.state !== 'gone' || !shown.entryPointId) return nothing;
    const { entryPointId } = shown;
    return this.#button(words.chat, () => this.#arrive(entryPointId, false), 'primary');
  }

  #button(name: string, press: () => unknown, look = ''): TemplateResult {
    return html`<button class="button ${look}" type="button" ?disabled=${this.isOpening} @click=${press}>${name}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-arrival': ArrivalElement;
  }
  interface HTMLElementEventMap {
    'eyeline-invited': CustomEvent<InvitedDetail>;
    'eyeline-arrived': CustomEvent<ArrivedDetail>;
  }
}
