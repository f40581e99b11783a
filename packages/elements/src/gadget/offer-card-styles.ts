import { css } from 'lit';

export const offerCardStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    container: offer / inline-size;
  }

  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 16px 16px 0;
    overflow: auto;
    border: 2px solid var(--_accent-fill);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    /* No further than the room around it, which cuts what is beyond. */
    box-shadow: 0 2px 10px rgb(12 16 28 / 0.16);
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
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    font-size: var(--_size-title);
    overflow-wrap: anywhere;
  }

  /* Each of both with its key below it. */
  @container offer (width < 320px) {
    .answers .button {
      flex-direction: column;
    }

    h2 {
      font-size: var(--_size-lead);
      line-height: 20px;
    }
  }

  /* Beside the countdown a name needs the room that a face would take. */
  @container offer (width < 280px) {
    .avatar {
      display: none;
    }

    section {
      padding-inline: 12px;
    }
  }

  .wants {
    display: flex;
    gap: 8px;
    align-items: flex-start;
  }

  .wants .icon {
    flex: none;
    color: var(--_accent-text);
  }

  .wants b {
    display: block;
  }

  .why {
    margin: 0;
    padding: 8px 12px;
    border-radius: var(--_radius-control);
    background: var(--_accent-tint);
  }

  blockquote {
    max-height: 200px;
    overflow: auto;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  .why bdi {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  /* However long the form is, the answers stay in reach. */
  .answers {
    position: sticky;
    bottom: -1px;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin: 0 -16px;
    padding: 8px 16px 17px;
    background: var(--_surface);
  }

  /* A long word takes what it needs; where both have no room beside each other, they stand below each other. */
  .button {
    flex: 1 1 0;
    flex-wrap: wrap;
    min-width: min-content;
    gap: 0 6px;
    min-height: 44px;
    padding-inline: 4px;
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

  .button.primary {
    flex-grow: 1.2;
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
