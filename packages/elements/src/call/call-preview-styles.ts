import { css } from 'lit';

export const callPreviewStyles = css`
  :host {
    overflow: visible;
  }

  .card:focus-visible {
    outline-offset: -2px;
  }

  .mirror {
    position: relative;
    display: grid;
    width: 100%;
    max-width: 420px;
    aspect-ratio: 16 / 9;
    margin-inline: auto;
    overflow: hidden;
    border-radius: var(--_radius-control);
    background: var(--_stage);
    color: var(--_on-stage);
    color-scheme: dark;
  }

  .mirror eyeline-video-tile {
    position: absolute;
    inset: 0;
  }

  /* Why there is none has the room that it needs. */
  .mirror:has(.instead) {
    aspect-ratio: auto;
    min-height: 120px;
  }

  .mirror .instead {
    display: grid;
    gap: 8px;
    justify-items: center;
    align-content: center;
    padding: 12px 16px 60px;
    text-align: center;
  }

  .mirror > .button {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 8px;
    border-color: transparent;
    background: rgb(58 63 73 / 0.92);
    color: #ffffff;
  }

  .mirror > .button[aria-pressed='false'] {
    background: #ffffff;
    color: #15181e;
  }

  @media (max-height: 480px) {
    .mirror {
      max-width: 220px;
    }

    .mirror:has(.instead) {
      max-width: none;
    }
  }

  details {
    border-block: 1px solid var(--_line);
  }

  summary {
    padding-block: 10px;
    font-weight: 600;
    cursor: pointer;
  }

  .level {
    height: 8px;
    overflow: hidden;
    border-radius: 4px;
    background: var(--_sunken);
  }

  .level i {
    display: block;
    height: 100%;
    border-radius: 4px;
    background: var(--_success);
    transform-origin: left;
    transition: scale var(--_quick) linear;
  }

  .level i:dir(rtl) {
    transform-origin: right;
  }

  .hint {
    color: var(--_muted);
    font-size: var(--_size-small);
    line-height: 16px;
  }

  .pickers {
    display: grid;
    gap: 8px;
    padding-bottom: 12px;
  }

  .consent {
    padding: 8px 12px;
    border-radius: var(--_radius-control);
    background: var(--_raised);
    white-space: pre-line;
  }

  .consent b {
    display: block;
  }

  /* Whatever is above it, the way on is in sight, and covers nothing that has the focus. */
  .card :is(button, select, input, summary, a) {
    scroll-margin-block: 16px 80px;
  }

  .actions {
    position: sticky;
    bottom: -8px;
    margin: 0 -16px -16px;
    padding: 8px 16px 16px;
    background: var(--_surface);
    box-shadow: 0 -8px 8px var(--_surface);
  }

  @media (forced-colors: active) {
    .level {
      border: 1px solid CanvasText;
    }

    .level i {
      background: Highlight;
    }
  }
`;
