import { css } from 'lit';

export const composerToolsStyles = css`
  :host {
    display: grid;
    grid-column: 1 / -1;
    gap: 4px;
    min-width: 0;
  }

  :host([hidden]) {
    display: none;
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  .tools .button {
    padding: 8px 12px;
    font-weight: 400;
  }

  .tools [aria-expanded='true'] {
    background: var(--_raised);
  }

  ul {
    display: grid;
    gap: 4px;
    max-height: min(220px, 30vh);
    margin: 0;
    padding: 0;
    overflow: auto;
    list-style: none;
  }

  li {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 4px;
    border-radius: var(--_radius-control);
    background: var(--_raised);
  }

  li.failed {
    background: var(--_danger-surface);
  }

  li canvas,
  li .sign {
    display: grid;
    flex: none;
    place-items: center;
    width: 40px;
    height: 40px;
    border-radius: 4px;
    background: var(--_sunken);
  }

  .about {
    display: grid;
    flex: 1;
    min-width: 0;
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .words {
    color: var(--_muted);
    font-size: var(--_size-small);
    line-height: 16px;
  }

  .failed .words {
    color: var(--_danger);
  }

  progress {
    width: 100%;
    height: 4px;
    margin-top: 4px;
    accent-color: var(--_accent-fill);
  }

  @media (forced-colors: active) {
    li {
      border: 1px solid CanvasText;
    }
  }
`;
