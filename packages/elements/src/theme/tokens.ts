import { css, unsafeCSS } from 'lit';
import { accentCss } from './accent-css.ts';

/**
 * The colours, sizes and times of everything we draw, to be put on the outermost element; its parts inherit them.
 * Names with `--eyeline-` are set by the page, names with `--_` are ours.
 */
export const tokens = css`
  ${unsafeCSS(accentCss)}

  :host {
    color-scheme: light dark;

    --_accent-hover: color-mix(in oklab, var(--_accent-fill), #000 10%);
    --_surface: var(--eyeline-color-surface, light-dark(#ffffff, #17191d));
    --_text: var(--eyeline-color-text, light-dark(#15181e, #eceef2));
    --_muted: var(--eyeline-color-muted, light-dark(#59616f, #a5adba));
    --_danger: var(--eyeline-color-danger, light-dark(#b92315, #ff8f82));
    --_success: var(--eyeline-color-success, light-dark(#14733b, #63cf90));
    --_raised: color-mix(in oklab, var(--_text) 6%, var(--_surface));
    --_sunken: color-mix(in oklab, var(--_text) 11%, var(--_surface));
    --_line: color-mix(in oklab, var(--_text) 14%, var(--_surface));
    --_control-line: color-mix(in oklab, var(--_text) 47%, var(--_surface));
    --_warning: light-dark(#6a4500, #f5cf83);
    --_warning-surface: light-dark(#fff3d9, #35290f);
    --_danger-surface: color-mix(in oklab, var(--_danger) 9%, var(--_surface));
    --_stage: #101216;
    --_on-stage: #ffffff;
    --_hang-up: #c8271b;

    --_accent-pressed: color-mix(in oklab, var(--_accent), black 20%);
    --_accent-text: var(--_accent);
    --_accent-tint: color-mix(in oklab, var(--_accent-fill) 9%, var(--_surface));
    --_focus: var(--_accent-text);

    --_font: var(--eyeline-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif);
    --_size-small: 12px;
    --_size-body: 14px;
    --_size-lead: 16px;
    --_size-title: 20px;
    --_radius-panel: var(--eyeline-radius, 20px);
    --_radius-card: 12px;
    --_radius-control: 8px;
    --_shadow-card: 0 1px 2px rgb(12 16 28 / 0.08), 0 2px 8px rgb(12 16 28 / 0.08);
    --_shadow-panel: 0 2px 6px rgb(12 16 28 / 0.1), 0 16px 48px rgb(12 16 28 / 0.22);
    --_quick: 120ms;
    --_calm: 200ms;
    --_arriving: cubic-bezier(0.16, 1, 0.3, 1);
    --_leaving: cubic-bezier(0.7, 0, 0.84, 0);
    /** The least size of what is pressed. */
    --_target: 44px;
  }

  @supports (color: color(from red xyz-d65 x y z)) {
    :host {
      --_accent-pressed: oklch(from var(--_accent-fill) calc(l - 0.1) c h);
      --_accent-text: light-dark(oklch(from var(--_accent) min(l, 0.47) c h), oklch(from var(--_accent) max(l, 0.8) c h));
    }
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0s;
      --_calm: 0s;
    }
  }

  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_danger: CanvasText;
      --_success: CanvasText;
      --_warning: CanvasText;
      --_warning-surface: Canvas;
      --_raised: Canvas;
      --_sunken: Canvas;
      --_line: CanvasText;
      --_control-line: CanvasText;
      --_accent-fill: Highlight;
      --_accent-hover: Highlight;
      --_accent-pressed: Highlight;
      --_on-accent: HighlightText;
      --_accent-text: LinkText;
      --_accent-tint: Canvas;
      --_focus: Highlight;
    }
  }
`;
