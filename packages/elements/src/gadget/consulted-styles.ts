import { css } from 'lit';

export const consultedStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    container: consulted / inline-size;
  }

  article {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    height: 100%;
  }

  header {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 56px;
    padding: 8px 12px;
    border-bottom: 1px solid var(--_line);
  }

  .who {
    flex: 1;
    min-width: 0;
  }

  .who > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  header .button {
    padding: 4px 12px;
    white-space: nowrap;
  }

  header .back {
    display: var(--_back, inline-flex);
    padding: 0;
    margin-inline-start: -6px;
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

  .form {
    display: var(--_form, block);
    flex: none;
    border-bottom: 1px solid var(--_line);
  }

  summary {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 36px;
    padding: 4px 16px;
    color: var(--_muted);
    cursor: pointer;
  }

  summary:hover {
    color: var(--_text);
  }

  summary:focus-visible {
    outline-offset: -2px;
  }

  .form .form-values,
  .form > p {
    max-height: 120px;
    padding: 4px 16px 12px 44px;
    overflow: auto;
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
