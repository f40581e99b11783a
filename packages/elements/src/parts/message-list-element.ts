import type { ConversationActor, ConversationContext } from '@eyeline/machines';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { nextTask } from '../controller/next-task.ts';
import { sameFields } from '../controller/same-fields.ts';
import { icon } from '../icons/icon.ts';
import { downPath } from '../icons/paths.ts';
import { chat } from '../sentences/chat.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { announce } from './announce.ts';
import { isolate, sentence } from './isolate.ts';
import { messageListStyles } from './message-list-styles.ts';
import { isFinderComing } from './message-tokens.ts';
import { timesOfMessage } from './moment.ts';
import { peerName, peerOf, readByOthers } from './peer.ts';
import { ReadWatch } from './read-watch.ts';
import { requestOf, withRequest } from './request.ts';
import { SpokenNews } from './spoken-news.ts';
import { stepAlong } from './step-along.ts';
import { stretchOf } from './stretch.ts';
import { Stretches } from './stretches.ts';
import { Timeline } from './timeline.ts';
import { timelineEntry } from './timeline-entry.ts';

/** So many stretches are drawn at once; those before them come one by one. */
const firstStretches = 2;

/** From the bottom, in px: nearer than this counts as being there. */
const bottomSlack = 48;

/**
 * What was said, from the first day to what is still being typed. Stays at the bottom while the reader is there, and
 * says so when something new came while they were not. The end is drawn first; what is before it comes a frame for each
 * stretch until all is there. What is drawn is no live region: lines come and go as they are drawn, and are news only once.
 *
 * @csspart message - each bubble
 * @csspart own-message
 * @csspart their-message
 * @tagname eyeline-message-list
 */
export class MessageListElement extends LitElement {
  static override styles = [base, buttons, messageListStyles];
  static override properties: PropertyDeclarations = { conversation: { attribute: false } };

  /** The conversation to follow. */
  declare conversation: ConversationActor | null;

  readonly #clock = new ClockController(this, 30_000);
  readonly #state = new ActorController(
    this,
    () => this.conversation,
    snapshot => ({ context: snapshot.context, isTyping: snapshot.matches({ peer: 'typing' }) }),
    sameFields,
  );
  readonly #timeline = new Timeline();
  readonly #stretches = new Stretches();
  /** The first stretch that is drawn; -1 when all are, and nothing more of them is to be learned. */
  #first = Number.POSITIVE_INFINITY;
  #isDrawingEarlier = false;
  #growsAbove = false;
  /** From where the reader is to the bottom, in px, while something comes above them. */
  #below: number | null = null;
  readonly #resizes = new ResizeObserver(() => this.#keepPlace());
  #isAtBottom = true;
  #extent = '';
  #hasNews = false;
  #knownSeq = 0;
  #lastSeq = 0;
  readonly #news = new SpokenNews();

  constructor() {
    super();
    this.conversation = null;
    new ReadWatch(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  /** Before the first message comes, in which they would be one long task. */
  protected override firstUpdated(): void {
    for (const write of timesOfMessage) whenIdle(() => write(this.#clock.now));
  }

  /** What comes in or is sent has cost its task enough already. */
  protected override async scheduleUpdate(): Promise<void> {
    await nextTask();
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const scroller = this.#growsAbove && !this.#isAtBottom ? this.#scroller : null;
    if (scroller) this.#below = scroller.scrollHeight - scroller.scrollTop;
    this.#growsAbove = false;
    if (!changed.has('conversation')) return;
    this.#first = Number.POSITIVE_INFINITY;
    this.#knownSeq = 0;
  }

  override updated(): void {
    const { context } = this.#state.value ?? {};
    const scroller = this.#scroller;
    if (scroller && this.#below !== null && !this.#isAtBottom) scroller.scrollTop = scroller.scrollHeight - this.#below;
    this.#below = null;
    // Found without a search through all lines; to observe once more changes nothing.
    for (const one of [scroller, scroller?.firstElementChild]) if (one) this.#resizes.observe(one);
    if (!context) return;
    const { messages } = context.interaction;
    const last = messages.at(-1);
    if (last && last.seq > this.#lastSeq) {
      this.#lastSeq = last.seq;
      if (last.participantId === context.participantId) this.#isAtBottom = true;
      else if (!this.#isAtBottom && !this.#hasNews) {
        this.#hasNews = true;
        this.requestUpdate();
      }
    }
    this.#keepPlace();
    this.#drawEarlier();
    announce(this, this.#news.next(context).join('\n'));
  }

  override render(): TemplateResult {
    const { context, isTyping } = this.#state.value ?? {};
    return html`
      <div class="scroller" tabindex="0" role="log" aria-label=${chat.messages}
        aria-live="off" aria-busy=${context?.interaction.lastSeq ? 'false' : 'true'} @scroll=${this.#notePlace} @keydown=${stepAlong}>
        <div class="content">
          ${context?.interaction.lastSeq ? this.#entries(context) : skeleton}
          ${isTyping && context ? typingSign(context) : nothing}
        </div>
      </div>
      ${
        this.#hasNews
          ? html`<button class="button primary news" type="button" @click=${this.#toBottom}>
              ${icon(downPath)} ${chat.newMessages}
            </button>`
          : nothing
      }
    `;
  }

  #entries(context: ConversationContext) {
    this.#knownSeq ||= context.interaction.lastSeq;
    const conversation = this.conversation;
    const view = {
      conversation,
      context,
      now: this.#clock.now,
      knownSeq: this.#knownSeq,
      deliveredSeq: peerOf(context)?.deliveredSeq ?? 0,
      readSeq: readByOthers(context),
      lastOwnSeq: context.interaction.messages.findLast(one => one.participantId === context.participantId)?.seq ?? 0,
      onRetry: (messageId: Parameters<typeof retry>[1]) => conversation && retry(conversation, messageId),
      onDiscard: (messageId: Parameters<typeof retry>[1]) => conversation?.send({ type: 'discard', messageId }),
      onFinder: () => this.requestUpdate(),
    };
    const entries = this.#timeline.entriesOf(context);
    const unsent = entries.at(-1)?.kind === 'unsent' ? entries.at(-1) : null;
    const all = this.#stretches.of(
      withRequest(
        entries.filter(one => one.kind !== 'unsent'),
        requestOf(context),
      ),
    );
    this.#first = Math.min(this.#first, all.length - firstStretches);
    const first = Math.max(0, this.#first);
    const nearness = (index: number) =>
      index >= all.length - firstStretches ? 'near' : index === this.#first ? 'new' : 'far';
    return html`${repeat(
      all.slice(first),
      stretch => stretch.key,
      (stretch, index) => stretchOf(stretch, nearness(first + index), view),
    )}${unsent ? timelineEntry(unsent, view) : nothing}`;
  }

  /** One stretch a frame, in which there is time: nobody who writes or scrolls meanwhile has to wait for all of them. */
  #drawEarlier(): void {
    if (this.#first < 0 || this.#isDrawingEarlier) return;
    this.#isDrawingEarlier = true;
    whenIdle(() =>
      requestAnimationFrame(() => {
        this.#isDrawingEarlier = false;
        // What is drawn before that comes would be drawn twice.
        if (!isFinderComing()) this.#first--;
        this.#growsAbove = true;
        this.requestUpdate();
      }),
    );
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.scroller');
  }

  #notePlace(): void {
    const scroller = this.#scroller;
    // Where something else needs all the room it has no height, and no place that a person has chosen.
    if (!scroller?.clientHeight) return;
    // Not a person but a change of size has moved it.
    if (this.#isAtBottom && this.#extent !== extentOf(scroller)) {
      this.#keepPlace();
      return;
    }
    this.#isAtBottom = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < bottomSlack;
    if (this.#isAtBottom && this.#hasNews) {
      this.#hasNews = false;
      this.requestUpdate();
    }
  }

  #keepPlace(): void {
    const scroller = this.#scroller;
    if (!scroller || !this.#isAtBottom) return;
    this.#extent = extentOf(scroller);
    scroller.scrollTop = scroller.scrollHeight;
  }

  #toBottom(): void {
    this.#isAtBottom = true;
    this.#hasNews = false;
    this.#keepPlace();
    this.requestUpdate();
  }
}

function retry(
  conversation: ConversationActor,
  messageId: ConversationContext['outbox'][number]['command']['commandId'],
) {
  conversation.send({ type: 'retry', messageId });
}

/** Safari has no idle time. */
const whenIdle = (act: () => void): unknown =>
  'requestIdleCallback' in window ? requestIdleCallback(act) : setTimeout(act);

/** Where a screen is turned, the list may be moved by a size that it has for a moment only. */
const extentOf = ({ scrollHeight, clientHeight }: Element) =>
  `${scrollHeight} ${clientHeight} ${innerWidth} ${innerHeight}`;

const typingSign = (context: ConversationContext) => html`
  <p class="typing">
    <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
    <span>${sentence(chat.isTyping(isolate(peerName(context))))}</span>
  </p>
`;

const skeleton = html`
  <div class="skeleton" aria-hidden="true"><i></i><i></i><i class="own"></i><i></i></div>
`;

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-message-list': MessageListElement;
  }
}
