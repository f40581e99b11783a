import { css } from 'lit';

export const marksStyles = css`
  :host {
    position: absolute;
    z-index: 1;
    inset: 0;
    display: block;
    overflow: hidden;
    pointer-events: none;
  }

  svg {
    display: block;
    width: 100%;
    height: 100%;
  }

  polyline {
    fill: none;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 4;
  }

  .edge {
    stroke: rgb(0 0 0 / 0.7);
    stroke-width: 7;
  }

  .halo {
    opacity: 0.35;
  }

  .core {
    stroke: rgb(0 0 0 / 0.75);
    stroke-width: 2;
  }

  .name {
    position: absolute;
    top: clamp(2px, calc(var(--_y) + 12px), calc(100% - 22px));
    left: calc(var(--_x) + 12px);
    max-width: 45%;
    padding: 0 6px;
    overflow: hidden;
    border-radius: 9px;
    background: rgb(16 18 22 / 0.85);
    color: #ffffff;
    font: 600 12px/18px var(--_font, system-ui, sans-serif);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name.before {
    right: calc(100% - var(--_x) + 12px);
    left: auto;
  }

  .area {
    position: absolute;
    inset: 0;
    cursor: crosshair;
    pointer-events: auto;
    touch-action: none;
  }

  .area:focus-visible {
    outline: 3px solid #ffffff;
    outline-offset: -3px;
    box-shadow: inset 0 0 0 5px #000000;
  }
`;
