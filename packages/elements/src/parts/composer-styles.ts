import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
    flex: none;
    border-top: 1px solid var(--_line);
    background: var(--_surface);
  }

  form {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 4px;
    align-items: end;
    padding: 8px;
  }

  textarea {
    display: block;
    width: 100%;
    min-height: var(--_target);
    max-height: 140px;
    margin: 0;
    padding: 9px 12px;
    border: 1px solid var(--_control-line);
    border-radius: 22px;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: var(--_size-lead);
    line-height: 24px;
    resize: none;
    field-sizing: content;
    scrollbar-width: thin;
  }

  /* On the desk what is pressed is smaller than a line of text: it stands in the middle of the last one. */
  form > .round {
    margin-block: calc(22px - var(--_target) / 2);
  }

  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  textarea:focus-visible {
    border-color: var(--_focus);
    outline: 1px solid var(--_focus);
    outline-offset: 0;
  }

  textarea[aria-invalid='true'] {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }

  #left {
    grid-column: 1 / -1;
    padding: 0 12px;
    color: var(--_muted);
    font-size: var(--_size-small);
    line-height: 16px;
  }

  #left.over {
    color: var(--_danger);
  }
`;
