import { hasChoice, standingOf } from '@eyeline/machines';
import type { EntryPoint, FallbackOption } from '@eyeline/protocol';
import { html, nothing } from 'lit';
import { backPath } from '../icons/fallback-paths.ts';
import { wayIcon } from '../icons/icon.ts';
import { fallback } from '../sentences/fallback.ts';
import { modes } from '../sentences/modes.ts';
import { fallbackStyles } from './fallback-styles.ts';
import { modeWords, standingWords } from './mode-words.ts';
import { PreChatFormElement } from './pre-chat-form-element.ts';

/**
 * The form for what was chosen, with the way back to the choice.
 *
 * @tagname eyeline-chosen-form
 */
export class ChosenFormElement extends PreChatFormElement {
  static override styles = [...PreChatFormElement.styles, fallbackStyles];

  /** Before the way back, which stands above the fields. */
  override focus(options?: FocusOptions): void {
    const field = this.renderRoot.querySelector<HTMLElement>('input, select, textarea');
    if (field) field.focus(options);
    else super.focus(options);
  }

  protected get step(): FallbackOption {
    return this.actor?.getSnapshot().context.step ?? 'chat';
  }

  protected get standing() {
    const context = this.actor?.getSnapshot().context;
    return context && standingOf(context, this.step);
  }

  protected override lead(entryPoint: EntryPoint): unknown {
    const context = this.actor?.getSnapshot().context;
    const canGoBack = context && (hasChoice(context) || context.availability?.fallback);
    const { label, hint } = modeWords(this.step, this.standing);
    const words = this.standing && this.step === 'video' ? standingWords(this.standing) : '';
    return html`
      ${canGoBack ? nothing : super.lead(entryPoint)}
      <div class="lead">
        ${
          canGoBack
            ? html`<button class="button quiet back" type="button" @click=${() => this.actor?.send({ type: 'go-back' })}>
                ${wayIcon(backPath)}${fallback.back}
              </button>`
            : nothing
        }
        <h2>${label}</h2>
      </div>
      ${this.step === 'video' ? html`<p>${hint} ${words}</p>` : nothing}
    `;
  }

  protected override submitLabel(isSending: boolean): string {
    if (this.step !== 'video') return super.submitLabel(isSending);
    if (isSending) return modes.goingOn;
    return this.standing?.because ? modes.waitForCall : modes.startCall;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-chosen-form': ChosenFormElement;
  }
}
