import type { ConversationContext, unreadOf } from '@eyeline/machines';
import { html, nothing, type ReactiveControllerHost } from 'lit';
import { icon } from '../icons/icon.ts';
import { closePath } from '../icons/paths.ts';
import { peerOf } from '../parts/peer.ts';
import { widget } from '../sentences/widget.ts';
import { teaserStyles } from './teaser-styles.ts';

/** What is new while the panel is closed. */
export interface Teased {
  readonly context: ConversationContext;
  readonly last: ReturnType<typeof unreadOf>[number] | undefined;
  /** An agent asks for a call. */
  readonly isInvited: boolean;
  readonly onStage: boolean;
  readonly onShow: () => void;
}

/** The widget, which draws it beside its button. */
export interface TeaserHost extends ReactiveControllerHost {
  readonly shadowRoot: ShadowRoot | null;
  teaser: ((news: Teased) => unknown) | undefined;
}

/** Has a widget show what was said last, or who calls, beside its button. Loaded by who has a conversation. */
export function tease(host: TeaserHost): void {
  const { styleSheet } = teaserStyles;
  if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  let hiddenSeq = 0;
  const hide = (seq: number) => {
    hiddenSeq = seq;
    host.requestUpdate();
  };
  host.teaser = ({ context, last, isInvited, onStage, onShow }) => {
    const isNew = last && last.seq > hiddenSeq && !onStage;
    if (!isNew && !isInvited) return nothing;
    return html`<div class="teaser" part="teaser">
      <button class="text" type="button" @click=${onShow}>
        <span class="name" dir="auto">${peerOf(context)?.name}</span>
        <span class="line" dir="auto">${isInvited ? widget.invites : last?.text}</span>
      </button>
      ${
        isInvited
          ? nothing
          : html`<button class="button round quiet" type="button" aria-label=${widget.hideMessage}
              @click=${() => hide(last?.seq ?? 0)}>${icon(closePath)}</button>`
      }
    </div>`;
  };
}
