import { css } from 'lit';

/** What is around a conversation at a desk, one's own or one that is read: who it is with, and the customer's form. */
export const conversationFrameStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    container: conversation / inline-size;
  }

  article {
    display: flex;
    flex-direction: column;
    height: 100%;
  }

  .body {
    flex: 1;
    min-height: 0;
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

  .news {
    position: absolute;
    inset-block-start: -6px;
    inset-inline-end: -6px;
    min-width: 20px;
    padding: 0 4px;
    border-radius: 10px;
    background: var(--_accent-fill);
    color: var(--_on-accent);
    line-height: 20px;
  }

  header .button {
    position: relative;
    padding: 4px 12px;
    white-space: nowrap;
  }

  header .back {
    display: var(--_back, inline-flex);
    padding: 0;
    margin-inline-start: -6px;
  }

  /* With one button more, a name needs the room that a face would take. */
  @container conversation (width < 400px) {
    header:has(.asked, .end) .avatar {
      display: none;
    }
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
    max-height: var(--_form-height, 200px);
    padding: 4px 16px 12px;
    padding-inline-start: 44px;
    overflow: auto;
  }
`;
