import { css } from 'lit';

export const doctorStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    background: var(--_surface);
    color: var(--_text);
  }

  /* Within another element it is as dark as that, and stands where that has its edge. */
  :host([bare]) {
    color-scheme: inherit;
  }

  :host([bare]) section {
    padding: 8px 0 16px;
  }

  section {
    display: grid;
    gap: 20px;
    width: min(100%, 640px);
    margin: 0 auto;
    padding: 24px 16px 32px;
  }

  h2 {
    font-size: var(--_size-title);
    line-height: 28px;
  }

  h3 {
    margin: 0;
    font-size: var(--_size-lead);
    line-height: 24px;
    font-weight: 600;
  }

  header,
  .faults {
    display: grid;
    gap: 8px;
  }

  .checks {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
  }

  .checks li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) fit-content(45%);
    gap: 2px 12px;
    align-items: center;
    padding: 10px 14px;
  }

  .checks li + li {
    border-top: 1px solid var(--_line);
  }

  .outcome {
    color: var(--_muted);
    text-align: end;
  }

  .target {
    grid-column: 2 / -1;
    color: var(--_muted);
    font-size: var(--_size-small);
    line-height: 16px;
    overflow-wrap: anywhere;
  }

  .icon {
    color: var(--_muted);
  }

  .success > .icon {
    color: var(--_success);
  }

  .failed > .icon,
  .failed .outcome {
    color: var(--_danger);
  }

  .attention > .icon,
  .warning > .icon {
    color: var(--_warning);
  }

  .running > .icon {
    animation: turn 1s linear infinite;
  }

  .verdict,
  .faults li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 12px;
    padding: 12px 14px;
    border-radius: var(--_radius-card);
    background: var(--_raised);
  }

  .verdict {
    font-size: var(--_size-lead);
    line-height: 24px;
    font-weight: 600;
  }

  .verdict .icon {
    margin-top: 2px;
  }

  .verdict.none,
  .faults .error {
    background: var(--_danger-surface);
  }

  .verdict.none .icon,
  .error > .icon {
    color: var(--_danger);
  }

  .verdict.good .icon {
    color: var(--_success);
  }

  .verdict.impaired,
  .faults .warning {
    background: var(--_warning-surface);
    color: var(--_warning);
  }

  .verdict.impaired .icon {
    color: var(--_warning);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  [role='status']:empty {
    display: none;
  }

  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .running > .icon {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .verdict,
    .faults li {
      border: 1px solid CanvasText;
    }
  }

  @container (width < 400px) {
    .buttons .button {
      width: 100%;
    }
  }
`;
