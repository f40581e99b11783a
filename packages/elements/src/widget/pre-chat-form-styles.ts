import { css } from 'lit';

export const preChatFormStyles = css`
  :host {
    display: block;
    flex: 1;
    min-height: 0;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_control-line) transparent;
  }

  form {
    display: grid;
    gap: 16px;
    padding: 20px;
  }

  fieldset {
    display: contents;
  }

  .greeting {
    font-size: var(--_size-lead);
    line-height: 24px;
    text-wrap: pretty;
  }

  .failure {
    display: flex;
    gap: 8px;
    padding: 12px;
    border-radius: var(--_radius-control);
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  .button {
    margin-top: 4px;
    font-size: var(--_size-lead);
  }
`;
