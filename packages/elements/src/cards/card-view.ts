import type { ConversationActor } from '@eyeline/machines';
import type { Card, CardButton, CardPicture } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { messageText } from '../parts/message-text.ts';
import { type Answering, choice } from './choices.ts';

interface CardView extends Answering {
  readonly conversation: ConversationActor | null;
  readonly onFinder: () => void;
}

/** A card: a picture, what it is about, and what can be pressed. */
export function cardView(card: Card, view: CardView): TemplateResult {
  const { title, text, picture: shown, buttons } = card;
  return html`<div class="card">
    ${shown ? picture(shown, view.conversation) : nothing}
    <div class="about">
      <p class="title" dir="auto">${title}</p>
      ${text ? html`<p class="text" dir="auto">${messageText({ text }, view.onFinder)}</p>` : nothing}
    </div>
    ${buttons.length > 0 ? html`<div class="choices">${buttons.map(one => button(one, view))}</div>` : nothing}
  </div>`;
}

function picture(shown: CardPicture, conversation: ConversationActor | null): TemplateResult | typeof nothing {
  if ('url' in shown)
    return html`<img src=${shown.url} alt=${shown.alt} loading="lazy" decoding="async" referrerpolicy="no-referrer" />`;
  const messages = conversation?.getSnapshot().context.interaction.messages ?? [];
  const file = messages.find(one => one.file?.fileId === shown.fileId)?.file;
  if (!file) return nothing;
  import('../parts/define-shared-file.ts').catch(() => {});
  return html`<eyeline-shared-file .conversation=${conversation} .file=${file} .who=${shown.alt || null}></eyeline-shared-file>`;
}

function button(one: CardButton, view: CardView): TemplateResult {
  if (one.kind === 'reply') return choice(one, view);
  const place = placeOf(one.url);
  if (!place) return html`<span class="choice"><bdi>${one.label}</bdi></span>`;
  return html`<a class="button choice" href=${one.url} target="_blank" rel="noopener noreferrer"><bdi>${one.label}</bdi> <span class="host" dir="ltr">${place}</span></a>`;
}

/** Where a link leads, as a label may promise anything; null for what leads nowhere that we know. */
export function placeOf(url: string): string | null {
  try {
    const { protocol, hostname, pathname } = new URL(url);
    if (protocol === 'https:') return hostname;
    return protocol === 'mailto:' || protocol === 'tel:' ? decodeURIComponent(pathname) : null;
  } catch {
    return null;
  }
}
