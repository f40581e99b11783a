import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { desk } from '../sentences/desk.ts';
import { deskInvite } from '../sentences/desk-invite.ts';
import { linkPath } from './desk-paths.ts';

const openEye =
  'M8 32c6.5-11 14.5-16.5 24-16.5S49.5 21 56 32c-6.5 11-14.5 16.5-24 16.5S14.5 43 8 32zM25 32a7 7 0 1 0 14 0a7 7 0 1 0-14 0z';
const closedEye = 'M8 30c6.5 9 14.5 13.5 24 13.5S49.5 39 56 30M14 37l-4 5M25 42.5l-2 6M39 42.5l2 6M50 37l4 5';

/** How the agent stands. `offline`: whatever the server said last, no customer comes now. */
export type Standing = 'ready' | 'not-ready' | 'offline';

/** No conversation: what happens next. */
export function emptyDesk(
  standing: Standing,
  hasOffer: boolean,
  /** Is a link under way? `onInvite`: null where none are sent. */
  { isAwaiting, onInvite }: { readonly isAwaiting: boolean; readonly onInvite: (() => void) | null },
): TemplateResult {
  const { title, sentence } = desk.empty[standing];
  const eye = standing === 'ready' ? openEye : closedEye;
  return html`
    <div class="empty">
      ${
        hasOffer
          ? nothing
          : html`
            <svg viewBox="0 0 64 64" aria-hidden="true"><path d=${eye}></path></svg>
            <h2>${title}</h2>
            <p class="muted" role="status">${isAwaiting ? deskInvite.awaited : sentence}</p>
            ${
              onInvite && standing !== 'offline'
                ? html`<button class="button" type="button" @click=${onInvite}>${icon(linkPath)}${deskInvite.send}</button>`
                : nothing
            }`
      }
    </div>
  `;
}
