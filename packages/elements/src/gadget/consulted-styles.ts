import { css } from 'lit';

export const consultedStyles = css`
  :host {
    --_form-height: 120px;
  }

  /* Narrow: what it is about above, the talk below, both in sight. */
  .body {
    display: grid;
    grid-template-rows: minmax(0, 2fr) minmax(0, 3fr);
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
  }

  .subject,
  .talk {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  .talk {
    border-top: 1px solid var(--_line);
    background: var(--_accent-tint);
  }

  eyeline-message-list {
    flex: 1;
    min-height: 0;
  }

  .talk eyeline-message-list {
    --_raised: var(--_surface);
  }

  .private {
    display: flex;
    flex: none;
    gap: 6px;
    align-items: center;
    padding: 8px 16px;
  }

  .private .icon {
    width: 16px;
    height: 16px;
  }

  .note {
    padding: 8px 16px;
    border-block: 1px solid var(--_line);
    background: var(--_surface);
  }

  @container (width >= 640px) {
    .body {
      grid-template-rows: minmax(0, 1fr);
      grid-template-columns: minmax(0, 1fr) clamp(280px, 44%, 420px);
    }

    .talk {
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }
  }
`;
