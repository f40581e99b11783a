import { css } from 'lit';

export const offerCardStyles = css`
  :host {
    display: block;
  }

  section {
    display: grid;
    gap: 12px;
    max-height: inherit;
    padding: 16px;
    overflow: auto;
    border: 2px solid var(--_accent-fill);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-panel);
    animation: arrive var(--_calm) var(--_arriving);
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(12px) scale(0.98);
    }
  }

  .who {
    display: flex;
    gap: 12px;
    align-items: center;
  }

  .who > div:nth-child(2) {
    flex: 1;
    min-width: 0;
  }

  h2 {
    overflow: hidden;
    font-size: var(--_size-title);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .why {
    padding: 8px 12px;
    border-radius: var(--_radius-control);
    background: var(--_accent-tint);
  }

  b {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .form {
    max-height: 220px;
    overflow: auto;
  }

  .answers {
    display: grid;
    grid-template-columns: 1fr 1.6fr;
    gap: 8px;
  }

  .button {
    min-height: 44px;
    padding-inline: 8px;
  }

  kbd {
    padding: 0 6px;
    border: 1px solid currentColor;
    border-radius: 4px;
    font: inherit;
    font-size: var(--_size-small);
    font-weight: 400;
    line-height: 18px;
  }

  .button:not(.primary) kbd {
    color: var(--_muted);
  }

  /* Nobody answers with a keyboard on a touch screen; a narrow column has no room to say so. */
  @media (hover: none) {
    kbd {
      display: none;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    section {
      animation: none;
    }
  }
`;
