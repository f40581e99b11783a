import type { ConversationActor, Picture } from '@eyeline/machines';
import { html, nothing, type TemplateResult } from 'lit';
import { dotsPath, personPath } from '../icons/call-paths.ts';
import { icon, wayIcon } from '../icons/icon.ts';
import { chatPath, leavePath } from '../icons/paths.ts';
import { avatar } from '../parts/avatar.ts';
import { isolate } from '../parts/isolate.ts';
import { menuToggled } from '../parts/menu-toggled.ts';
import { deskConversation } from '../sentences/desk-conversation.ts';
import { deskInvite } from '../sentences/desk-invite.ts';
import { deskList } from '../sentences/desk-list.ts';
import { askPath, backPath, handOverPath, linkPath } from './desk-paths.ts';

/** What may be done from a conversation's header; null where it cannot be done at all. */
export interface ConversationHeaderProps {
  readonly name: string;
  readonly note: string;
  readonly onBack: () => void;
  /** How many messages stand unread in the other conversations. */
  readonly newsBeside: number;
  /** How many messages the call hides. */
  readonly hiddenNews: number;
  readonly onShowChat: (() => void) | null;
  /** Where the customer may be called. */
  readonly conversation: ConversationActor | null;
  readonly picture: Picture;
  /** Who was asked, with what of theirs is unread. */
  readonly colleague: { readonly name: string; readonly news: number; readonly isShown: boolean } | null;
  readonly onColleague: () => void;
  readonly onAsk: (() => void) | null;
  readonly onInvite: (() => void) | null;
  readonly onTransfer: (() => void) | null;
  readonly onEnd: (() => void) | null;
}

/** Who it is with, the one thing that is done most, and the rest in a menu by its name: a name is never cut by buttons. */
export const conversationHeader = (props: ConversationHeaderProps): TemplateResult => html`
  <header>
    ${backButton(props.newsBeside, props.onBack)}
    ${avatar(props.name, icon(personPath))}
    <div class="who">
      <h2 dir="auto" title=${props.name}>${props.name}</h2>
      <p class="muted" dir="auto">${props.note}</p>
    </div>
    ${props.onShowChat ? chatButton(props.hiddenNews, props.onShowChat) : nothing}
    ${
      props.conversation
        ? html`<eyeline-call-start class="start-video" .conversation=${props.conversation} .picture=${props.picture}></eyeline-call-start>`
        : nothing
    }
    ${props.colleague ? colleagueButton(props.colleague, props.onColleague) : nothing}
    ${more(props)}
  </header>
`;

/** To the list, where a narrow desk shows one thing at a time; with how much is unread there. */
export const backButton = (news: number, onPress: () => void): TemplateResult => html`
  <button class="button quiet round back" type="button" title=${deskList.allConversations} @click=${onPress}
    aria-label=${news > 0 ? deskList.allConversationsWithNews(news) : deskList.allConversations}>
    ${wayIcon(backPath)}${news > 0 ? html`<span class="news">${news}</span>` : nothing}
  </button>
`;

const chatButton = (news: number, onPress: () => void) => html`
  <button class="button to-chat" type="button" title=${deskConversation.showChat} @click=${onPress}
    aria-label=${news > 0 ? deskConversation.showChatWithNews(news) : deskConversation.showChat}>
    ${icon(chatPath)}${news > 0 ? html`<span class="news">${news}</span>` : nothing}
  </button>
`;

type Colleague = NonNullable<ConversationHeaderProps['colleague']>;

const colleagueButton = ({ name, news, isShown }: Colleague, onPress: () => void) => html`
  <button class="button asked" type="button" title=${deskConversation.colleagueNamed(isolate(name))}
    aria-label=${news > 0 ? deskConversation.colleagueWithNews(name, news) : deskConversation.colleagueNamed(name)} aria-expanded=${isShown} @click=${onPress}>
    ${icon(askPath)}<span class="words">${deskConversation.colleague}</span>${news > 0 ? html`<span class="news">${news}</span>` : nothing}
  </button>
`;

function more({ onAsk, onInvite, onTransfer, onEnd }: ConversationHeaderProps) {
  if (!onAsk && !onTransfer && !onEnd) return nothing;
  return html`
    <button class="button more" type="button" popovertarget="more" aria-label=${deskConversation.more} title=${deskConversation.more} aria-haspopup="true">
      ${icon(dotsPath)}
    </button>
    <div class="menu to-start" id="more" popover @toggle=${menuToggled} role="group" aria-label=${deskConversation.more}>
      ${onAsk ? item(deskConversation.askColleague, icon(askPath), onAsk) : nothing}
      ${onInvite ? item(deskInvite.send, icon(linkPath), onInvite) : nothing}
      ${onTransfer ? item(deskConversation.handOver, icon(handOverPath), onTransfer) : nothing}
      ${onEnd ? html`<hr class="rule" />${item(deskConversation.endChat, wayIcon(leavePath), onEnd)}` : nothing}
    </div>
  `;
}

const item = (label: string, drawn: TemplateResult, onPress: () => void) => html`
  <button class="item" type="button" popovertarget="more" popovertargetaction="hide" @click=${onPress}>
    ${drawn}${label}
  </button>
`;
