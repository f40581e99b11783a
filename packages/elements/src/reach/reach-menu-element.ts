import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { bellOffPath, bellPath } from '../icons/reach-paths.ts';
import { keepEscape } from '../parts/keep-escape.ts';
import { menuToggled } from '../parts/menu-toggled.ts';
import { reach } from '../sentences/reach.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { menuStyles } from '../theme/menu-styles.ts';
import type { Reach } from './reach.ts';

/** Asked of the widget around: it gives itself in the answer. */
export interface ReachAsked {
  readonly take: (way: Reach) => void;
}

/**
 * What a customer may switch of being reached: the sound, and notifications where the site wants them.
 *
 * @tagname eyeline-reach-menu
 */
export class ReachMenuElement extends LitElement {
  static override styles = [
    base,
    buttons,
    menuStyles,
    css`
      /* Never at the very edge of the screen. */
      .menu {
        margin-inline-start: 8px;
      }

      .note {
        padding: 4px 8px;
        color: var(--_muted);
        font-size: var(--_size-small);
      }
    `,
  ];

  #reach: Reach | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    const take = (way: Reach) => {
      this.#reach = way;
    };
    const detail: ReachAsked = { take };
    this.dispatchEvent(new CustomEvent('reach-asked', { detail, bubbles: true, composed: true }));
    this.requestUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const way = this.#reach;
    if (!way || !(way.hasSound || way.hasNotifications)) return nothing;
    const isSilent = !(way.hasSound && way.sound.isOn) && !way.isNotified;
    return html`
      <button class="button round quiet" type="button" popovertarget="choices" aria-haspopup="true"
        aria-label=${reach.settings} title=${reach.settings} @keydown=${keepEscape}>${icon(isSilent ? bellOffPath : bellPath)}</button>
      <div class="menu to-start" id="choices" popover role="group" aria-label=${reach.settings}
        @toggle=${this.#toggled} @keydown=${keepEscape}>
        ${
          way.hasSound
            ? html`<label class="item">
                <input type="checkbox" .checked=${way.sound.isOn} @change=${this.#switchSound} />${reach.sound}
              </label>`
            : nothing
        }
        ${way.hasNotifications ? this.#notifications(way) : nothing}
      </div>
    `;
  }

  #notifications({ isNotified }: Reach): TemplateResult {
    const isBlocked = Notification.permission === 'denied';
    return html`
      <label class="item">
        <input type="checkbox" .checked=${isNotified} ?disabled=${isBlocked} @change=${this.#switchNotices} />${reach.notifications}
      </label>
      <p class="note" role="status">${isBlocked ? reach.blocked : nothing}</p>
    `;
  }

  #toggled(event: Event): void {
    menuToggled(event);
    this.requestUpdate();
  }

  #switchSound({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.#reach?.switchSound(target.checked);
    this.requestUpdate();
  }

  async #switchNotices({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    await this.#reach?.switchNotifications(target.checked);
    // The browser's answer decides.
    target.checked = this.#reach?.isNotified ?? false;
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-reach-menu': ReachMenuElement;
  }
}
