import { type ConversationContext, unreadOf } from '@eyeline/machines';
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { chatPath } from '../icons/paths.ts';
import { call as sentences } from '../sentences/call.ts';
import { widget } from '../sentences/widget.ts';

/** Where the picture lies over the chat: what was written last and not read, for eyes and ears; pressed, it shows the chat. */
export function chatNews(context: ConversationContext, onShow: () => void): TemplateResult {
  const last = unreadOf(context).at(-1);
  const name = context.interaction.participants.find(one => one.participantId === last?.participantId)?.name;
  return html`<div class="chat-news" role="status">${
    last
      ? html`<button type="button" @click=${onShow}><b dir="auto">${name}</b> <span dir="auto">${last.text || last.file?.name}</span></button>`
      : nothing
  }</div>`;
}

/** The way to the chat, with how much is new there. */
export function chatButton(context: ConversationContext, onShow: () => void): TemplateResult {
  const news = unreadOf(context).length;
  return html`<button class="button round to-chat" type="button" title=${sentences.showChat} @click=${onShow}
    aria-label=${news > 0 ? widget.withNews(sentences.showChat, news) : sentences.showChat}>
    ${icon(chatPath)}${news > 0 ? html`<span class="count" aria-hidden="true">${news}</span>` : nothing}
  </button>`;
}

export const chatNewsStyles = css`
  .chat-news,
  .to-chat {
    display: none;
  }

  /* There the picture lies over the chat. */
  @media (max-width: 520px) {
    :host([layout='stage']) .chat-news:not(:empty) {
      display: block;
    }

    :host([layout='stage']) .places .to-chat {
      position: relative;
      display: inline-flex;
    }

    :host([layout='stage']) .places:has(.to-chat) .place {
      display: none;
    }
  }

  .chat-news button {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    max-width: 100%;
    min-height: var(--_target);
    padding: 8px 12px;
    border: 0;
    border-radius: 14px;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .chat-news b {
    margin-inline-end: 4px;
  }

  .count {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    min-width: 20px;
    padding: 0 4px;
    border-radius: 10px;
    background: #ffffff;
    color: #15181e;
    font-size: var(--_size-small);
    font-weight: 700;
    line-height: 20px;
  }

  @media (forced-colors: active) {
    .chat-news button,
    .count {
      border: 1px solid CanvasText;
    }
  }
`;
