import { css } from 'lit';

export const customerHistoryStyles = css`
  :host {
    display: block;
  }

  section {
    display: grid;
    gap: 8px;
  }

  h3 {
    font-weight: 600;
  }

  details {
    border: 1px solid var(--_line);
    border-radius: 8px;
  }

  summary {
    display: grid;
    gap: 2px;
    min-height: 44px;
    position: relative;
    padding: 8px 12px;
    padding-inline-end: 36px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  summary::after {
    position: absolute;
    inset-block-start: 14px;
    inset-inline-end: 16px;
    width: 7px;
    height: 7px;
    border: solid var(--_muted);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
    content: '';
  }

  [open] > summary::after {
    inset-block-start: 18px;
    rotate: 225deg;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    font-weight: 600;
  }

  summary .muted {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }

  .last {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  details > p,
  ol {
    padding: 4px 12px 8px;
  }

  ol {
    display: grid;
    gap: 8px;
    margin: 0;
    list-style: none;
  }

  li p {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  details > .button {
    margin: 0 12px 8px;
  }
`;
