import {
  type AgentActor,
  type ConversationContext,
  type DeskConsult,
  type DeskTask,
  unreadOf,
} from '@eyeline/machines';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { callOf } from '../call/call-of.ts';
import { callSceneOf, isOnStage } from '../call/call-scene.ts';
import { ActorController } from '../controller/actor-controller.ts';
import { ClockController } from '../controller/clock-controller.ts';
import { pageNow } from '../controller/page-clock.ts';
import { sameFields } from '../controller/same-fields.ts';
import { personPath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { videoPath } from '../icons/paths.ts';
import { avatar, avatars } from '../parts/avatar.ts';
import { isolate, sentence } from '../parts/isolate.ts';
import { tokensOf } from '../parts/message-tokens.ts';
import { shortMoment } from '../parts/moment.ts';
import { peerOf } from '../parts/peer.ts';
import { requestOf } from '../parts/request.ts';
import { desk } from '../sentences/desk.ts';
import { deskList } from '../sentences/desk-list.ts';
import { base } from '../theme/base.ts';
import type { DeskSounds } from './desk-sounds.ts';
import { theirMessages } from './their-messages.ts';

/**
 * One conversation in the list: with whom, what was said last, and what the agent has not seen yet.
 *
 * @tagname eyeline-task-item
 */
export class TaskItemElement extends LitElement {
  static override styles = [
    base,
    avatars,
    css`
      :host {
        display: block;
      }

      button {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0 10px;
        align-items: center;
        width: 100%;
        margin: 0;
        padding: 10px 12px;
        border: 0;
        border-radius: var(--_radius-control);
        background: transparent;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }

      button:hover {
        background: var(--_raised);
      }

      button[aria-current] {
        background: var(--_accent-tint);
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      .avatar {
        grid-row: 1 / 3;
      }

      button[aria-current] .avatar {
        background: var(--_surface);
      }

      .name,
      .last {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .name {
        grid-column: 2 / -1;
        font-weight: 600;
      }

      .last,
      .at {
        color: var(--_muted);
      }

      .last {
        grid-column: 2;
      }

      .at {
        font-variant-numeric: tabular-nums;
      }

      .news {
        min-width: 20px;
        padding: 0 6px;
        border-radius: 10px;
        background: var(--_accent-fill);
        color: var(--_on-accent);
        font-weight: 600;
        font-variant-numeric: tabular-nums;
        text-align: center;
      }

      .last .icon {
        width: 16px;
        height: 16px;
        margin-inline-end: 4px;
        color: var(--_accent-text);
        vertical-align: -3px;
      }

      @media (forced-colors: active) {
        button[aria-current] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    actor: { attribute: false },
    task: { attribute: false },
    consult: { attribute: false },
    isSelected: { attribute: false },
    sounds: { attribute: false },
    onNews: { attribute: false },
  };

  declare actor: AgentActor | null;
  declare task: DeskTask | null;
  /** What the agent asked a colleague about it last. */
  declare consult: DeskConsult | null;
  /** Is it what the agent looks at? */
  declare isSelected: boolean;
  declare sounds: DeskSounds | null;
  /** How much of it the agent has not seen, whenever that changes. */
  declare onNews: ((count: number) => void) | null;

  readonly #clock = new ClockController(this, 30_000);
  readonly #conversation = new ActorController(
    this,
    () => this.task?.conversation,
    snapshot => ({ context: snapshot.context, isTyping: snapshot.matches({ peer: 'typing' }) }),
    sameFields,
  );
  readonly #scene = new ActorController(this, () => callOf(this.task?.conversation), callSceneOf);
  readonly #asked = new ActorController(
    this,
    () => this.consult?.conversation,
    snapshot => snapshot.context,
  );
  /** In the consult. */
  #readSeq = 0;
  #receivedSeq = 0;
  #news = 0;

  constructor() {
    super();
    this.actor = null;
    this.task = null;
    this.consult = null;
    this.isSelected = false;
    this.sounds = null;
    this.onNews = null;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('consult') as DeskConsult | null | undefined;
    if (before?.interactionId !== undefined && before.interactionId !== this.consult?.interactionId) this.#readSeq = 0;
    if (this.isSelected) this.#readSeq = this.#asked.value?.interaction.lastSeq ?? 0;
    const { context } = this.#conversation.value ?? {};
    const asked = this.#asked.value;
    const isLookedAt = this.isSelected && document.visibilityState === 'visible';
    // What is drawn in front is seen in a moment.
    const news = (context && !isLookedAt ? unreadOf(context).length : 0) + (asked ? newsIn(asked, this.#readSeq) : 0);
    if (news === this.#news) return;
    this.#news = news;
    this.onNews?.(news);
  }

  override updated(): void {
    const { context } = this.#conversation.value ?? {};
    const last = context && theirMessages(context).at(-1);
    if (!last || last.seq <= this.#receivedSeq) return;
    // Whoever looks at the conversation sees the message come; the history of a reload is no news.
    const isNews = this.#receivedSeq > 0 || last.at > pageNow() - 5000;
    if (isNews && !(this.isSelected && document.hasFocus())) this.sounds?.play('message');
    this.#receivedSeq = last.seq;
  }

  override render(): TemplateResult | typeof nothing {
    const { task } = this;
    const { context, isTyping } = this.#conversation.value ?? {};
    if (!task || !context) return nothing;
    const name = peerOf(context)?.name || desk.customer;
    const news = this.#news;
    const last = context.interaction.messages.at(-1);
    const scene = this.#scene.value;
    const isWrappingUp = task.state === 'wrapping-up';
    const isVoice = context.interaction.call?.kind === 'voice';
    return html`
      <button type="button" aria-current=${this.isSelected ? 'true' : nothing}
        @click=${() => this.actor?.send({ type: 'select', taskId: task.taskId })}>
        ${avatar(name, icon(personPath))}
        <span class="name" dir="auto" title=${name}>${name}</span>
        <span class="last" dir="auto">
          ${isOnStage(scene) ? html`${icon(videoPath)}<span class="heard">${scene === 'proposing' ? deskList.videoOffered : isVoice ? deskList.inVoiceCall : deskList.inVideoCall}</span>` : nothing}
          ${isWrappingUp ? deskList.toWrapUp : isTyping ? deskList.writing : lastWords(context, task, () => this.requestUpdate())}
        </span>
        ${
          news > 0
            ? html`<span class="news">${news}<span class="heard"> ${deskList.news}</span></span>`
            : html`<span class="at">${last && !isWrappingUp ? shortMoment(last.at, this.#clock.now) : nothing}</span>`
        }
      </button>
    `;
  }
}

const newsIn = (context: ConversationContext, seenSeq: number): number =>
  theirMessages(context).filter(({ seq }) => seq > seenSeq).length;

/** What is said in it, as it is read: without the marks of what is bold, and with a link's words. `onFinder`: it could be read now. */
function textOf(message: ConversationContext['interaction']['messages'][number], onFinder: () => void): string {
  const { file } = message;
  if (file) return file.name ?? deskList.picture;
  return tokensOf(message, onFinder)
    .map(({ text }) => text)
    .join('');
}

function lastWords(
  context: ConversationContext,
  { domain, consult }: DeskTask,
  onFinder: () => void,
): string | ReturnType<typeof sentence> {
  const { interaction, participantId } = context;
  const about = isolate(consult?.customerName ?? '');
  if (consult) return sentence(interaction.closed ? deskList.asked(about) : deskList.asks(about));
  const last = interaction.messages.at(-1);
  if (domain === 'callback') return deskList.toBeCalledBack;
  if (!last) return domain === 'email' ? deskList.leftMessage : (requestOf(context)?.text ?? deskList.connected);
  const text = textOf(last, onFinder);
  return last.participantId === participantId ? sentence(deskList.ownMessage(isolate(text))) : text;
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-task-item': TaskItemElement;
  }
}
