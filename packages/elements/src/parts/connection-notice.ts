import type { Failure } from '@eyeline/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConnectionNews } from '../controller/connection-controller.ts';
import { checkPath } from '../icons/chat-paths.ts';
import { icon } from '../icons/icon.ts';
import { offlinePath } from '../icons/paths.ts';
import { connection } from '../sentences/connection.ts';
import { sentenceOf } from '../sentences/language.ts';

/**
 * Says once, to eyes and ears alike, how the connection stands. It is there also while it says nothing: only so is it heard.
 * `obstacle`: why the server lets nobody in for now.
 */
export const connectionNotice = (news: ConnectionNews | null, obstacle?: Failure | null): TemplateResult => html`
  <div class="connection" role="status">
    ${
      news === 'lost'
        ? html`<p class="note warning">${icon(offlinePath)}<span>${connection.lostBecause(obstacle ? sentenceOf(obstacle) : connection.tryingAgain)}</span></p>`
        : news
          ? html`<p class="note">${icon(checkPath)}<span>${connection.back}</span></p>`
          : nothing
    }
  </div>
`;
