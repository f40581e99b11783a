import { type ConversationActor, type Picture, selectCallControls } from '@eyeline/machines';
import type { CallKind } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { ActorController } from '../controller/actor-controller.ts';
import { voicePath } from '../icons/call-paths.ts';
import { icon } from '../icons/icon.ts';
import { downPath, videoPath } from '../icons/paths.ts';
import { keepEscape } from '../parts/keep-escape.ts';
import { menuToggled } from '../parts/menu-toggled.ts';
import { callStart as sentences } from '../sentences/call-start.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { menuStyles } from '../theme/menu-styles.ts';
import { callOf } from './call-of.ts';
import { startCall } from './call-preview.ts';

/**
 * The ways into a call: the most usual kind as a button, the others in a menu. Where there is none now, the button says why;
 * where there is never one, there is nothing.
 *
 * @tagname eyeline-call-start
 */
export class CallStartElement extends LitElement {
  static override styles = [
    base,
    buttons,
    menuStyles,
    css`
      :host {
        display: flex;
        flex: none;
        align-items: center;
      }

      :host([compact]) .words {
        display: none;
      }

      .main {
        padding-inline: 12px;
      }

      :host([compact]) .main {
        width: var(--_target);
        padding: 0;
        border-radius: 50%;
      }

      .others {
        min-width: 28px;
        padding: 4px;
        border-color: transparent;
        background: transparent;
      }

      .menu {
        width: min(300px, calc(100vw - 16px));
        max-width: none;
      }

      .item {
        min-height: var(--_target);
      }

      .item span {
        display: grid;
      }

      .item small {
        color: var(--_muted);
        font-size: var(--_size-small);
        line-height: 16px;
      }

      .why {
        padding: 4px 8px;
      }

      @container (width < 480px) {
        .words {
          display: none;
        }

        .main {
          width: var(--_target);
          padding: 0;
          border-radius: 50%;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    conversation: { attribute: false },
    picture: {},
    compact: { type: Boolean, reflect: true },
  };

  declare conversation: ConversationActor | null;
  /** What this side shows: its camera, or a moving test picture instead. */
  declare picture: Picture;
  /** Only as an icon, where there is little room. */
  declare compact: boolean;

  /** What could be pressed for last. */
  #offered: { readonly conversation: ConversationActor | null; readonly kind: CallKind } | null = null;
  readonly #conversation = new ActorController(
    this,
    () => this.conversation,
    snapshot => snapshot.context,
  );
  readonly #call = new ActorController(
    this,
    () => callOf(this.conversation),
    snapshot => snapshot,
  );

  constructor() {
    super();
    this.conversation = null;
    this.picture = 'camera';
    this.compact = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const context = this.#conversation.value;
    const call = this.#call.value;
    if (!context || !call?.matches('idle') || context.interaction.closed) return nothing;
    const { kinds, obstacle } = selectCallControls(call, context);
    const [first, ...others] = kinds;
    if (!first) {
      const why = context.online ? obstacle && sentences.notNow[obstacle] : sentences.offline;
      const before = this.#offered?.conversation === this.conversation ? this.#offered?.kind : null;
      // Where no calls are offered nobody misses them, but who had one before their eyes.
      if (!why || (obstacle === 'not-offered' && !before)) return nothing;
      return this.#blocked(context.escalation.kinds[0] ?? before ?? 'two-way', why);
    }
    this.#offered = { conversation: this.conversation, kind: first };
    const label = sentences.starts[first];
    return html`
      <button class="button main" type="button" aria-label=${label} title=${label} @click=${() => this.#start(first)}>
        ${icon(pathOf(first))}<span class="words">${label}</span>
      </button>
      ${others.length > 0 ? this.#menu(others, sentences.meanings[call.context.role]) : nothing}
    `;
  }

  #blocked(kind: CallKind, why: string): TemplateResult {
    const label = sentences.starts[kind];
    return html`
      <button class="button main" type="button" aria-disabled="true" aria-label=${label} aria-describedby="why" title=${why} popovertarget="why" @keydown=${keepEscape}>
        ${icon(pathOf(kind))}<span class="words">${label}</span>
      </button>
      <p class="menu to-start why" id="why" popover @toggle=${menuToggled}>${why}</p>
    `;
  }

  #menu(kinds: readonly CallKind[], meanings: Readonly<Record<CallKind, string>>): TemplateResult {
    return html`
      <button class="button others" type="button" popovertarget="kinds" aria-haspopup="true" @keydown=${keepEscape} aria-label=${sentences.otherWays}
        title=${sentences.otherWays}>${icon(downPath)}</button>
      <div class="menu to-start" id="kinds" popover @toggle=${menuToggled} role="group" aria-label=${sentences.otherWays} @keydown=${keepEscape}>
        ${kinds.map(
          kind => html`
            <button class="item" type="button" popovertarget="kinds" popovertargetaction="hide" @click=${() => this.#start(kind)}>
              ${icon(pathOf(kind))}<span>${sentences.starts[kind]}<small>${meanings[kind]}</small></span>
            </button>`,
        )}
      </div>
    `;
  }

  #start(kind: CallKind): void {
    const call = callOf(this.conversation);
    if (call) startCall(call, kind, this.picture);
  }
}

const pathOf = (kind: CallKind): string => (kind === 'voice' ? voicePath : videoPath);

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-call-start': CallStartElement;
  }
}
