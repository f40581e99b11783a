import { css } from 'lit';

export const sharedFileStyles = css`
  /* Its colour is that of the bubble around it. */
  :host {
    display: block;
    max-width: 280px;
    color: inherit;
  }

  /* A picture fills its bubble, and has its corners. */
  :host([pictured]) {
    margin: -8px -12px;
    border-radius: inherit;
  }

  .preview {
    display: block;
    width: 100%;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: inherit;
    background: var(--_sunken);
    cursor: zoom-in;
  }

  .preview:disabled {
    cursor: default;
  }

  .preview canvas {
    display: block;
    width: 100%;
    height: auto;
    max-height: 320px;
    object-fit: contain;
  }

  .card {
    display: flex;
    gap: 8px;
    align-items: center;
    width: 100%;
    min-height: var(--_target);
    margin: 0;
    padding: 4px 0;
    border: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .card .icon {
    flex: none;
  }

  .card:focus-visible {
    outline-color: currentColor;
  }

  .about {
    display: grid;
    flex: 1;
    min-width: 0;
  }

  .name {
    overflow-wrap: anywhere;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .kind {
    font-size: var(--_size-small);
    line-height: 16px;
  }

  dialog {
    max-width: calc(100vw - 24px);
    max-height: calc(100vh - 24px);
    padding: 12px;
    overflow: auto;
    border: 0;
    border-radius: var(--_radius-card);
    background: var(--_surface);
    color: var(--_text);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.7);
  }

  dialog canvas {
    display: block;
    max-width: 100%;
    max-height: calc(100vh - 112px);
    object-fit: contain;
  }

  dialog footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: flex-end;
    margin-top: 12px;
  }

  a.button {
    text-decoration: none;
  }
`;
