import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ShownCode } from '../sentences/language.ts';
import { permission } from '../sentences/permission.ts';
import { base } from '../theme/base.ts';
import { permissionPicture } from './permission-picture.ts';
import { permissionHelpFor } from './permission-steps.ts';

/**
 * What to do where there is no camera or microphone: where this browser gives it back, with a picture of the place. Draws nothing
 * where the sentence of the failure says it all.
 *
 * @tagname eyeline-permission-help
 */
export class PermissionHelpElement extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }

      section {
        display: grid;
        gap: 8px;
        overflow-wrap: anywhere;
      }

      h3 {
        font-weight: 600;
      }

      ol {
        display: grid;
        gap: 4px;
        padding-inline-start: 20px;
        list-style: decimal;
      }

      .picture {
        width: 100%;
        max-width: 320px;
        height: auto;
        fill: none;
        stroke-linecap: round;
        stroke-linejoin: round;
        stroke-width: 1.5;
      }

      .window {
        fill: var(--_raised);
        stroke: var(--_control-line);
      }

      .line,
      .field,
      .popup {
        stroke: var(--_control-line);
      }

      .field,
      .popup {
        fill: var(--_surface);
      }

      .text {
        stroke: var(--_control-line);
        stroke-width: 4;
      }

      .sign,
      .sign-box,
      .strong {
        stroke: var(--_text);
      }

      .sign-full {
        fill: var(--_text);
      }

      .knob-sign {
        fill: var(--_surface);
        stroke: var(--_text);
      }

      .on {
        fill: var(--_accent-fill);
      }

      .knob {
        fill: var(--_surface);
      }

      .ring {
        stroke: var(--_danger);
        stroke-width: 2.5;
      }

      @media (forced-colors: active) {
        .window,
        .line,
        .field,
        .popup,
        .text,
        .sign,
        .strong {
          stroke: CanvasText;
        }

        .ring {
          stroke: Highlight;
        }
      }
    `,
  ];
  static override properties: PropertyDeclarations = {
    codes: { attribute: false },
  };

  /** Why there is no camera, microphone or screen, or no call. */
  declare codes: readonly ShownCode[];

  constructor() {
    super();
    this.codes = [];
  }

  override render(): TemplateResult | typeof nothing {
    const help = permissionHelpFor(this.codes, navigator);
    if (!help) return nothing;
    return html`
      <section aria-label=${permission.help}>
        ${permissionPicture(help.picture)}
        <ol>${help.steps.map(step => html`<li>${step}</li>`)}</ol>
        ${help.isSystem ? html`<p class="muted">${permission.system}</p>` : nothing}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-permission-help': PermissionHelpElement;
  }
}
