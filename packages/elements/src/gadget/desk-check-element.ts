import type { Doctor } from '@eyeline/machines';
import type { DoctorReport } from '@eyeline/protocol';
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { icon } from '../icons/icon.ts';
import { closePath } from '../icons/paths.ts';
import { desk } from '../sentences/desk.ts';
import { deskState } from '../sentences/desk-state.ts';
import { base } from '../theme/base.ts';
import { buttons } from '../theme/buttons.ts';
import { transferStyles } from './transfer-styles.ts';

/**
 * The agent looks, before a call, whether one would work from this place.
 *
 * @tagname eyeline-desk-check
 */
export class DeskCheckElement extends LitElement {
  static override styles = [
    base,
    buttons,
    transferStyles,
    css`
      dialog {
        width: min(560px, 100vw - 24px);
        max-height: min(720px, 100dvh - 24px);
        overflow: auto;
      }

      eyeline-doctor {
        padding: 0 16px;
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    doctor: { attribute: false },
    onExamined: { attribute: false },
    isShown: { state: true },
  };

  declare doctor: Doctor | null;
  declare onExamined: ((report: DoctorReport) => void) | null;
  declare isShown: boolean;

  constructor() {
    super();
    this.doctor = null;
    this.onExamined = null;
    this.isShown = false;
  }

  /** From a press: the browser may ask for camera and microphone. */
  show(): void {
    this.isShown = true;
    this.#dialog?.showModal();
  }

  override render(): TemplateResult {
    return html`
      <dialog aria-label=${deskState.check} @close=${this.#leave}>
        <header>
          <h2>${deskState.check}</h2>
          <button class="button round quiet" type="button" aria-label=${desk.close} title=${desk.close} @click=${() => this.#dialog?.close()}>
            ${icon(closePath)}
          </button>
        </header>
        ${
          this.isShown
            ? html`<eyeline-doctor bare .doctor=${this.doctor} @eyeline-examined=${this.#take}></eyeline-doctor>`
            : nothing
        }
      </dialog>
    `;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** Nothing goes on behind a dialog that is closed. */
  #leave(): void {
    this.isShown = false;
  }

  #take(event: CustomEvent<DoctorReport>): void {
    event.stopPropagation();
    this.onExamined?.(event.detail);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-desk-check': DeskCheckElement;
  }
}
