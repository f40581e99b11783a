import { css } from 'lit';

export const transferStyles = css`
  dialog {
    flex-direction: column;
    width: min(420px, 100vw - 24px);
    max-height: min(560px, 100dvh - 24px);
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-panel);
    color: var(--_text);
  }

  dialog[open] {
    display: flex;
    animation: arrive var(--_calm) var(--_arriving);
  }

  dialog::backdrop {
    background: rgb(12 16 28 / 0.4);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 12px 12px 4px;
    padding-inline-start: 16px;
  }

  .search {
    padding: 4px 16px 12px;
  }

  .none {
    padding: 12px 16px 20px;
  }

  ul {
    padding: 0 8px 8px;
    overflow: auto;
  }

  .target {
    display: flex;
    gap: 12px;
    align-items: center;
    width: 100%;
    min-height: 52px;
    margin: 0;
    padding: 6px 8px;
    border: 0;
    border-radius: var(--_radius-control);
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .target:hover {
    background: var(--_raised);
  }

  .target:focus-visible {
    outline-offset: -2px;
  }

  .target strong,
  .target .muted {
    display: block;
    overflow-wrap: anywhere;
  }

  .target strong {
    font-weight: 600;
  }

  .queue {
    border-radius: var(--_radius-control);
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    dialog[open] {
      animation: none;
    }
  }
`;
