import { css } from 'lit';

export const stateBarStyles = css`
  :host {
    display: block;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    min-height: 56px;
    padding: 8px 12px;
  }

  .state {
    display: grid;
    flex: 1;
    min-width: 0;
  }

  strong {
    font-weight: 600;
    line-height: 18px;
  }

  time,
  .detail {
    color: var(--_muted);
  }

  time {
    font-variant-numeric: tabular-nums;
  }

  .detail {
    flex-basis: 100%;
    order: 1;
  }

  .detail:empty,
  .ready .detail,
  .offered .detail {
    display: none;
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

  @container (width >= 640px) {
    .state {
      display: flex;
      flex: none;
      gap: 12px;
      align-items: baseline;
    }

    strong {
      font-size: var(--_size-lead);
    }

    .detail {
      display: block !important;
      flex: 1;
      order: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .agent .name {
      display: block;
    }
  }
`;
