import { css } from 'lit';

export const stateBarStyles = css`
  :host {
    display: block;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  header {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 56px;
    padding: 8px 12px;
  }

  /* The time stands at the same place whatever the words are; only the words are read out when they change. */
  .state {
    display: grid;
    flex: 1;
    grid-template-rows: auto auto;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 8px;
    min-width: 0;
  }

  .words {
    display: grid;
    grid-template-rows: subgrid;
    grid-template-columns: subgrid;
    grid-area: 1 / 1 / 3 / 3;
  }

  strong,
  .detail {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  strong {
    grid-column: 1 / -1;
    font-weight: 600;
  }

  time,
  .detail {
    color: var(--_muted);
  }

  time {
    grid-area: 2 / 1;
    font-variant-numeric: tabular-nums;
  }

  .detail {
    grid-area: 2 / 2;
  }

  .agent {
    display: flex;
    gap: 8px;
    align-items: center;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 18px;
    background: transparent;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }

  .agent .name {
    display: none;
    max-width: 180px;
    padding-inline-end: 12px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .agent:hover {
    background: var(--_raised);
  }

  @container (width >= 720px) {
    .state {
      grid-template-rows: auto;
      grid-template-columns: auto auto minmax(0, 1fr);
      column-gap: 12px;
    }

    .words {
      grid-area: 1 / 1 / 2 / 4;
    }

    strong {
      grid-area: 1 / 1;
      font-size: var(--_size-lead);
    }

    time {
      grid-area: 1 / 2;
    }

    .detail {
      grid-area: 1 / 3;
    }

    .agent .name {
      display: block;
    }
  }
`;
