import { css } from 'lit';

export const callCardStyles = css`
  :host {
    display: block;
    flex: 0 1 auto;
    min-height: 0;
    overflow: hidden auto;
  }

  .card {
    display: grid;
    gap: 8px;
    margin: 8px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-card);
    animation: arrive var(--_calm) var(--_arriving);
  }

  .invitation {
    border-color: transparent;
    background: var(--_accent-tint);
  }

  h2 {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    overflow-wrap: anywhere;
  }

  h2 .icon {
    margin-top: 2px;
    color: var(--_accent-text);
  }

  .refusal h2 .icon,
  .failure {
    color: var(--_danger);
  }

  .failure {
    display: flex;
    gap: 8px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-top: 8px;
  }

  .actions .button {
    flex: 1 1 auto;
  }

  /* Steps to be read may be long: what is done after them stays in sight. */
  .refusal .actions {
    position: sticky;
    bottom: -8px;
    margin: 0 -16px -16px;
    padding: 8px 16px 16px;
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }

  /* In the frame of a desktop there is little room: what can be pressed comes before what is said of it. */
  @media (max-height: 480px) {
    .card:is(.invitation, .refusal) {
      gap: 4px;
      margin: 4px 8px;
      padding: 8px;
    }

    .refusal .actions {
      bottom: -4px;
      margin: 0 -8px -8px;
      padding: 4px 8px 8px;
    }

    .invitation > p:not(.failure) {
      display: none;
    }

    .invitation .actions {
      gap: 4px;
      padding-top: 0;
    }

    .invitation .button {
      min-height: 36px;
      padding: 4px 8px;
    }
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .card {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .card {
      border-color: CanvasText;
    }
  }
`;
