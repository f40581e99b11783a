import { css } from 'lit';

export const stateBarStyles = css`
  :host {
    display: block;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  /* A line for who stands how, a line for what changes it; both in one where there is room. */
  section {
    display: grid;
    grid-template-areas: 'sign state agent' 'work work work';
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 4px 10px;
    align-items: center;
    padding: 6px 12px;
  }

  .state-sign {
    grid-area: sign;
  }

  .state {
    grid-area: state;
    min-width: 0;
  }

  strong,
  .state p {
    overflow: hidden;
    line-height: 18px;
  }

  strong {
    display: block;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  strong {
    font-weight: 600;
  }

  /* What the agent is in decides the width; why goes on in a second line. */
  .state p {
    display: -webkit-box;
    width: 0;
    min-width: 100%;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  time {
    font-variant-numeric: tabular-nums;
  }

  .state p time + [role='status']:not(:empty)::before {
    content: '· ';
  }

  /* Where what is pressed needs nearly all the width, the line beside it goes above it, rather than be cut to its first letters. */
  .work {
    grid-area: work;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 10px;
    align-items: center;
    min-width: 0;
  }

  .domain-line {
    flex: 1 1 112px;
  }

  .domains .state-sign {
    grid-area: auto;
  }

  eyeline-state-switch {
    margin-inline-start: auto;
  }

  .agent {
    grid-area: agent;
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

  @container (width >= 900px) {
    section {
      grid-template-areas: 'sign state work agent';
      grid-template-columns: auto minmax(min-content, 1fr) minmax(0, auto) auto;
      min-height: 52px;
    }

    .work {
      flex-wrap: nowrap;
    }

    .domain-line {
      flex: 0 1 auto;
    }

    strong {
      font-size: var(--_size-lead);
      line-height: 20px;
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
