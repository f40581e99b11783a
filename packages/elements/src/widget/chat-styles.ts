import { css } from 'lit';

export const chatStyles = css`
  :host {
    display: flex;
    flex-direction: column;
  }

  .waiting,
  .ended {
    display: grid;
    flex: none;
    gap: 12px;
    padding: 24px 16px 12px;
  }

  .waiting {
    justify-items: center;
    border-bottom: 1px solid var(--_line);
    background: var(--_accent-tint);
    text-align: center;
    text-wrap: balance;
  }

  .wait {
    font-weight: 600;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    justify-content: center;
  }

  eyeline-waiting-fallback {
    flex: 0 1 auto;
    min-height: 0;
  }

  .ended {
    padding: 16px;
    padding-bottom: max(16px, env(safe-area-inset-bottom));
    border-top: 1px solid var(--_line);
    text-align: center;
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

  .note.danger {
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;
