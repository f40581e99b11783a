import { css, unsafeCSS } from 'lit';
import { hostCss } from '../theme/host-css.ts';
import { launcherCss } from './launcher-css.ts';

export const widgetStyles = css`
  ${unsafeCSS(hostCss + launcherCss)}

  :host {
    font: var(--_size-body) / 20px var(--_font) !important;
    color: var(--_text) !important;
    user-select: text !important;
  }

  :host([dir="rtl"]) {
    direction: rtl !important;
  }

  .launcher {
    position: relative;
    transition: 0.12s;
  }

  .launcher svg {
    width: 28px;
    height: 28px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linejoin: round;
  }

  .badge {
    position: absolute;
    top: -2px;
    right: -2px;
    min-width: 22px;
    height: 22px;
    padding: 0 6px;
    border: 2px solid var(--_surface);
    border-radius: 11px;
    background: var(--_hang-up);
    color: #ffffff;
    font-size: var(--_size-small);
    font-weight: 700;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
  }

  eyeline-chat-panel {
    overflow: hidden;
  }

  eyeline-chat-panel.open {
    position: fixed;
    right: 20px;
    bottom: 20px;
    width: min(var(--eyeline-width, 400px), 100vw - 40px);
    height: min(var(--eyeline-height, 640px), 100dvh - 40px);
    border-radius: var(--_radius-panel);
    box-shadow: 0 0 0 1px color-mix(in oklab, var(--_line) 70%, transparent), var(--_shadow-panel);
    animation: rise var(--_calm) var(--_arriving);
  }

  :host([position='left']) eyeline-chat-panel.open {
    right: auto;
    left: 20px;
  }

  eyeline-chat-panel.call {
    position: absolute;
    right: 0;
    bottom: 76px;
    width: 200px;
    height: 150px;
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow-panel);
  }

  :host([position='left']) eyeline-chat-panel.call {
    right: auto;
    left: 0;
  }

  /* A phone, upright or on its side: the panel is the screen. */
  @media (max-width: 520px), (max-height: 480px) {
    eyeline-chat-panel.open,
    :host([position='left']) eyeline-chat-panel.open {
      inset: var(--_visible-top, 0) 0 auto;
      width: 100%;
      height: var(--_visible-height, 100dvh);
      border-radius: 0;
      box-shadow: none;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    eyeline-chat-panel.open {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    eyeline-chat-panel {
      border: 2px solid CanvasText;
    }
  }
`;
