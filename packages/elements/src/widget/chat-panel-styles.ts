import { css } from 'lit';

export const chatPanelStyles = css`
  :host {
    display: block;
    container: panel / size;
    background: var(--_surface);
  }

  .panel {
    position: relative;
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100%;
  }

  .head {
    display: flex;
    gap: 4px;
    align-items: center;
    min-height: 64px;
    padding: 8px;
    padding-inline-start: 16px;
    padding-top: max(8px, env(safe-area-inset-top));
    border-bottom: 1px solid var(--_line);
  }

  .who {
    flex: 1;
    min-width: 0;
  }

  .avatar {
    margin-inline-end: 8px;
  }

  /* The name has the room before the face has it. */
  @container panel (width < 360px) {
    .head > .avatar {
      display: none;
    }
  }

  .who > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .who p {
    font-size: var(--_size-small);
    line-height: 16px;
  }

  .head .start:not(:disabled) {
    margin-inline-end: 4px;
    border-color: transparent;
    background: var(--_accent-tint);
    color: var(--_accent-text);
  }

  .head .start:not(:disabled):hover {
    background: color-mix(in oklab, var(--_accent-fill) 20%, var(--_surface));
  }

  .body > * {
    flex: 1;
    min-height: 0;
  }

  .body > .connection {
    flex: none;
  }

  .body {
    display: flex;
    grid-row: 3;
    flex-direction: column;
    min-height: 0;
    padding-bottom: env(safe-area-inset-bottom);
    outline-offset: -2px;
  }

  eyeline-call-view {
    grid-row: 2;
    height: min(75cqw, 46cqh);
  }

  .panel.corner eyeline-call-view {
    position: absolute;
    z-index: 1;
    top: calc(76px + env(safe-area-inset-top));
    inset-inline-end: 12px;
    width: 160px;
    height: 120px;
    border-radius: var(--_radius-card);
    box-shadow: var(--_shadow-panel);
  }

  :host([call-only]) .panel > :not(eyeline-call-view) {
    display: none;
  }

  :host([call-only]) .panel.corner eyeline-call-view {
    inset: 0;
    width: auto;
    height: auto;
    box-shadow: none;
  }

  .note {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: flex-start;
    padding: 8px 16px;
    background: var(--_raised);
    animation: appear var(--_calm) ease-out;
  }

  .note.warning {
    background: var(--_warning-surface);
    color: var(--_warning);
    animation: appear var(--_calm) ease-out 0.6s backwards;
  }

  .unavailable {
    display: grid;
    flex: 1;
    gap: 8px;
    align-content: center;
    justify-items: center;
    padding: 32px;
    text-align: center;
    text-wrap: balance;
  }

  .unavailable .icon {
    width: 32px;
    height: 32px;
    color: var(--_muted);
  }

  .loading {
    flex: 1;
    padding: 20px;
  }

  .bones {
    display: grid;
    gap: 12px;
  }

  .bones i {
    height: 44px;
    border-radius: var(--_radius-control);
    background: var(--_sunken);
    opacity: 0.5;
    animation: breathe 1.6s ease-in-out infinite;
  }

  .bones i:nth-child(odd) {
    width: 38%;
    height: 16px;
  }

  .late {
    padding-top: 24px;
    text-align: center;
    animation: appear var(--_calm) ease-out 5s backwards;
  }

  .now {
    animation: none;
  }

  @container panel (max-height: 420px) {
    .panel.stage .head {
      display: none;
    }
  }

  /* Widened, or a phone on its side: the picture beside the chat. */
  @container panel (min-width: 540px) {
    .panel.stage {
      grid-template-columns: minmax(0, 1fr) minmax(260px, 0.8fr);
    }

    .panel.stage .head {
      display: flex;
      grid-column: 2;
    }

    .panel.stage eyeline-call-view {
      grid-row: 1 / -1;
      grid-column: 1;
      height: 100%;
    }

    .panel.stage .body {
      grid-column: 2;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .bones i {
      animation: none;
    }
  }
`;
