import { css } from 'lit';

/**
 * Native buttons in our dress: `button` with one of `primary`, `quiet`, `danger`, or none of them; `round` for one that
 * shows only an icon (it needs an `aria-label`).
 */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: var(--_target);
    margin: 0;
    padding: 8px 16px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    text-align: center;
    cursor: pointer;
    user-select: none;
    touch-action: manipulation;
    transition:
      background-color var(--_quick) ease-out,
      opacity var(--_quick) ease-out;
  }

  .button:hover {
    background: var(--_raised);
  }

  .button:active {
    background: var(--_sunken);
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent-fill);
    color: var(--_on-accent);
  }

  .button.primary:hover {
    background: var(--_accent-hover);
  }

  .button.primary:active {
    background: var(--_accent-pressed);
  }

  .button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--_accent-text);
  }

  .button.quiet:hover {
    background: var(--_raised);
  }

  .button.quiet:active {
    background: var(--_sunken);
  }

  .button.danger {
    border-color: transparent;
    background: var(--_hang-up);
    color: #ffffff;
  }

  .button.danger:hover {
    background: color-mix(in oklab, var(--_hang-up), black 10%);
  }

  .button.danger:active {
    background: color-mix(in oklab, var(--_hang-up), black 20%);
  }

  .button.round {
    width: var(--_target);
    padding: 0;
    border-radius: 50%;
  }

  .button.round.quiet {
    color: var(--_muted);
  }

  .button:disabled,
  .button[aria-disabled='true'],
  .button[aria-disabled='true']:hover {
    border-color: transparent;
    background: var(--_raised);
    color: var(--_muted);
    cursor: default;
  }

  @media (forced-colors: active) {
    .button,
    .button.primary,
    .button.quiet,
    .button.danger {
      border-color: ButtonBorder;
    }

    /* Else the fill is taken away and its text stays. */
    .button.primary {
      forced-color-adjust: none;
    }

    .button:disabled,
    .button[aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
