import { css } from 'lit';

export const afterStyles = css`
  :host {
    display: block;
    flex: 0 1 auto;
    min-height: 96px;
    max-height: 70%;
    overflow: auto;
    overscroll-behavior: contain;
    border-top: 1px solid var(--_line);
  }

  .save {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
    justify-content: space-between;
    padding: 4px 4px 4px 16px;
  }

  .save:dir(rtl) {
    padding: 4px 16px 4px 4px;
  }

  .kinds {
    display: flex;
    flex-wrap: wrap;
  }
`;
