import type { CustomerHistory } from '@eyeline/machines';
import type { Disposition, EarlierConversation, EarlierLine, HistoryPlace, InteractionId } from '@eyeline/protocol';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ClockController } from '../controller/clock-controller.ts';
import { withHidden } from '../parts/hidden-number.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { exactMoment, shortMoment } from '../parts/moment.ts';
import { deskHistory } from '../sentences/desk-history.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { customerHistoryStyles } from './customer-history-styles.ts';

const outcomes: Readonly<Record<Disposition, () => string>> = {
  handled: () => deskHistory.handled,
  abandoned: () => deskHistory.abandoned,
  transferred: () => deskHistory.transferred,
  missed: () => deskHistory.missed,
};

/** How far a conversation was read. */
interface Read {
  readonly lines: readonly EarlierLine[];
  readonly next: number | null;
  readonly isPartial: boolean;
}

/**
 * What was said before with a customer who is verified: a list, and each conversation to be opened and read.
 *
 * @tagname eyeline-customer-history
 */
export class CustomerHistoryElement extends LitElement {
  static override styles = [base, buttons, customerHistoryStyles];
  static override properties: PropertyDeclarations = {
    historyOf: { attribute: false },
    interactionId: { attribute: false },
    conversations: { state: true },
    next: { state: true },
    transcripts: { state: true },
    hasFailed: { state: true },
  };

  declare historyOf: ((interactionId: InteractionId) => CustomerHistory) | null;
  /** In which the customer is served now. */
  declare interactionId: InteractionId | null;
  declare conversations: readonly EarlierConversation[];
  declare next: HistoryPlace | null;
  /** Of the conversations that were opened; null: it is on its way. */
  declare transcripts: ReadonlyMap<InteractionId, Read | null>;
  declare hasFailed: boolean;

  readonly #clock = new ClockController(this, 60_000);
  #history: CustomerHistory | null = null;

  constructor() {
    super();
    this.historyOf = null;
    this.interactionId = null;
    this.#forget();
  }

  override willUpdate(changed: PropertyValues): void {
    if (!changed.has('interactionId') && !changed.has('historyOf')) return;
    const { historyOf, interactionId } = this;
    this.#forget();
    this.#history = historyOf && interactionId ? historyOf(interactionId) : null;
    void this.#list();
  }

  override render(): TemplateResult | typeof nothing {
    const { conversations, next, hasFailed } = this;
    if (conversations.length === 0 && !hasFailed) return nothing;
    return html`
      <section>
        <h3>${deskHistory.history}</h3>
        ${conversations.map(one => this.#item(one))}
        ${
          hasFailed
            ? html`<p role="alert">${deskHistory.failed}</p>
              <button class="button quiet" type="button" @click=${this.#list}>${deskHistory.tryAgain}</button>`
            : nothing
        }
        ${next && !hasFailed ? html`<button class="button quiet" type="button" @click=${this.#list}>${deskHistory.more}</button>` : nothing}
      </section>
    `;
  }

  #item(one: EarlierConversation): TemplateResult {
    const { interactionId, openedAt, title, agents, disposition, lastText } = one;
    const outcome = disposition ? outcomes[disposition]() : deskHistory.goesOn;
    const open = (event: Event) => {
      if ((event.currentTarget as HTMLDetailsElement).open) void this.#read(interactionId);
    };
    return html`
      <details @toggle=${open}>
        <summary>
          <span class="head"><time title=${exactMoment(openedAt)}>${shortMoment(openedAt, this.#clock.now)}</time><bdi>${title}</bdi></span>
          <span class="muted">${[outcome, ...agents].map(text => html`<bdi>${text}</bdi>`)}</span>
          <span class="last" dir="auto">${withHidden(lastText)}</span>
        </summary>
        ${this.#transcript(interactionId)}
      </details>
    `;
  }

  #transcript(interactionId: InteractionId): TemplateResult | typeof nothing {
    const read = this.transcripts.get(interactionId);
    if (read === undefined) return nothing;
    if (read === null) return html`<p class="muted" role="status">${deskHistory.loading}</p>`;
    const { lines, next, isPartial } = read;
    return html`
      ${isPartial ? html`<p class="muted">${deskHistory.partial}</p>` : nothing}
      ${lines.length === 0 ? html`<p class="muted">${deskHistory.nothingWritten}</p>` : nothing}
      <ol>
        ${lines.map(
          line => html`<li>
            <span class="muted"><bdi>${line.name || (line.role === 'customer' ? deskHistory.customer : deskHistory.agent)}</bdi>
              <time title=${exactMoment(line.at)}>${shortMoment(line.at, this.#clock.now)}</time></span>
            <p dir="auto">${line.isFile ? fileLine(line.text) : withHidden(line.text)}</p>
          </li>`,
        )}
      </ol>
      ${next === null ? nothing : html`<button class="button quiet" type="button" @click=${() => this.#read(interactionId)}>${deskHistory.more}</button>`}
    `;
  }

  #forget(): void {
    this.conversations = [];
    this.next = null;
    this.transcripts = new Map();
    this.hasFailed = false;
  }

  #list = async (): Promise<void> => {
    const history = this.#history;
    if (!history) return;
    try {
      const { conversations, next } = await history.list(this.next ?? undefined);
      // Meanwhile another customer may be there.
      if (history !== this.#history) return;
      this.conversations = [...this.conversations, ...conversations];
      this.next = next;
      this.hasFailed = false;
    } catch {
      this.hasFailed = history === this.#history;
    }
  };

  async #read(interactionId: InteractionId): Promise<void> {
    const history = this.#history;
    const before = this.transcripts.get(interactionId);
    // It is on its way, or all of it is there.
    if (!history || before === null || (before && before.next === null)) return;
    const keep = (read: Read | null | undefined) => {
      if (history !== this.#history) return;
      const transcripts = new Map(this.transcripts);
      if (read === undefined) transcripts.delete(interactionId);
      else transcripts.set(interactionId, read);
      this.transcripts = transcripts;
    };
    if (!before) keep(null);
    try {
      const more = await history.read(interactionId, before?.next ?? 0);
      keep({ ...more, lines: [...(before?.lines ?? []), ...more.lines] });
      if (history === this.#history) this.hasFailed = false;
    } catch {
      keep(before);
      this.hasFailed = history === this.#history;
    }
  }
}

const fileLine = (name: string): unknown => (name ? sentence(deskHistory.file(isolate(name))) : deskHistory.picture);

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-customer-history': CustomerHistoryElement;
  }
}
