import { css } from 'lit';

export const stateBarStyles = css`
  :host {
    display: block;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  section {
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
    overflow: hidden;
    text-overflow: ellipsis;
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
    flex-basis: calc(100% - 30px);
    order: 1;
    margin-inline-start: 30px;
  }

  .detail:empty,
  .ready .detail,
  .offered .detail {
    display: none;
  }

  .domains {
    flex-basis: 100%;
    order: 2;
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
    position: absolute;
    width: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .agent:hover {
    background: var(--_raised);
  }

  /* In a narrow column the longer words have the first line, and what changes the state the second. */
  @container (width < 480px) {
    :is(.busy, .offered) .state {
      flex-basis: calc(100% - 80px);
    }

    :is(.busy, .offered) eyeline-state-switch {
      order: 2;
      margin-inline-start: auto;
    }

    .busy .detail {
      flex: 1 1 calc(100% - 200px);
      margin-inline-start: 0;
    }

    .domains {
      order: 3;
    }
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
      margin-inline-start: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

  }

  @container (width >= 900px) {
    .domains {
      flex-basis: auto;
      order: 0;
    }

    .agent .name {
      position: static;
      width: auto;
      max-width: 180px;
      padding-inline-end: 12px;
      clip-path: none;
      text-overflow: ellipsis;
    }
  }
`;
