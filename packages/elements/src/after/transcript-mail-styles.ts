import { css } from 'lit';

export const transcriptMailStyles = css`
  :host {
    display: block;
  }

  form {
    display: grid;
    gap: 8px;
    padding: 4px 16px 12px;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .state {
    margin: 0;
    padding: 4px 16px 8px;
    color: var(--_muted);
    overflow-wrap: anywhere;
    outline-offset: -2px;
  }
`;
