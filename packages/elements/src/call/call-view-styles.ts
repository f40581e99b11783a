import { css } from 'lit';

export const callViewStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    background: var(--_stage);
    color: var(--_on-stage);
    color-scheme: dark;
    container: call / size;
  }

  .view {
    position: relative;
    width: 100%;
    height: 100%;
    overflow: hidden;
    border-radius: inherit;
    animation: appear var(--_calm) var(--_arriving);
  }

  .remote,
  .waiting,
  .proposing .local {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .remote {
    transition: opacity var(--_calm) ease-out;
  }

  .lost .remote {
    opacity: 0.35;
  }

  :host(:fullscreen) .remote {
    --_fit: contain;
  }

  .waiting {
    display: grid;
    place-items: center;
    padding-bottom: 48px;
  }

  .waiting .avatar {
    width: 72px;
    height: 72px;
    background: rgb(255 255 255 / 0.12);
    color: var(--_on-stage);
    font-size: 28px;
  }

  .proposing .local {
    opacity: 0.55;
  }

  :is(.connecting, .live) .local {
    position: absolute;
    right: 12px;
    bottom: 76px;
    width: clamp(72px, 24%, 220px);
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius-control);
    box-shadow: 0 0 0 1px rgb(255 255 255 / 0.25), 0 4px 16px rgb(0 0 0 / 0.4);
  }

  .camera-off {
    position: absolute;
    right: 12px;
    bottom: 76px;
    width: clamp(72px, 24%, 220px);
    aspect-ratio: 4 / 3;
    display: grid;
    place-items: center;
    padding: 4px;
    border-radius: var(--_radius-control);
    background: #2a2e36;
    font-size: var(--_size-small);
    line-height: 16px;
    text-align: center;
  }

  .proposing .camera-off {
    inset: 0;
    width: auto;
    aspect-ratio: auto;
    border-radius: 0;
  }

  .notice {
    position: absolute;
    inset: auto 16px 50%;
    width: fit-content;
    max-width: calc(100% - 32px);
    margin-inline: auto;
    padding: 8px 16px;
    border-radius: 999px;
    background: rgb(16 18 22 / 0.78);
    font-weight: 600;
    text-align: center;
    transform: translateY(50%);
  }

  .notice:empty {
    display: none;
  }

  .connecting .notice {
    inset-block: calc(50% + 20px) auto;
    padding-block: 4px;
    background: none;
    transform: none;
  }

  header {
    position: absolute;
    top: 12px;
    left: 12px;
    display: flex;
    gap: 8px;
    max-width: calc(100% - 24px);
    padding: 4px 12px;
    border-radius: 999px;
    background: rgb(16 18 22 / 0.72);
    font-size: var(--_size-small);
    font-weight: 600;
  }

  .grip {
    align-items: center;
    cursor: grab;
    touch-action: none;
    user-select: none;
  }

  .grip:active {
    cursor: grabbing;
  }

  .grip button {
    display: inline-flex;
    margin: -4px 0 -4px -8px;
    padding: 2px;
    border: 0;
    border-radius: 50%;
    background: none;
    color: inherit;
    cursor: inherit;
  }

  .grip button:focus-visible {
    outline-color: #ffffff;
    outline-offset: 0;
  }

  .grip .icon {
    width: 20px;
    height: 20px;
  }

  /* There the call is the screen. */
  @media (max-width: 520px), (max-height: 480px) {
    .grip button,
    .wide {
      display: none;
    }
  }

  :host(:fullscreen) .grip button {
    display: none;
  }

  .who {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time {
    font-variant-numeric: tabular-nums;
  }

  footer {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: center;
    padding: 24px 12px 16px;
    background: linear-gradient(transparent, rgb(8 9 12 / 0.72));
  }

  footer .button {
    border-color: transparent;
    background: rgb(58 63 73 / 0.92);
    color: var(--_on-stage);
  }

  footer .button:hover {
    background: #4d535f;
  }

  footer .button.source[aria-pressed='false'] {
    background: #ffffff;
    color: #15181e;
  }

  footer .button.danger {
    width: 56px;
    border-radius: 28px;
    background: var(--_hang-up);
  }

  footer .button:focus-visible {
    outline-color: #ffffff;
    box-shadow: 0 0 0 2px #000000;
  }

  .places {
    display: contents;
  }

  :host([layout='corner']) :is(.local, .camera-off, [aria-label='Camera']) {
    display: none;
  }

  :host([layout='corner']) .proposing .local {
    display: block;
  }

  :host([layout='corner']) header {
    top: 6px;
    left: 6px;
    max-width: calc(100% - 12px);
    padding: 2px 8px;
    line-height: 16px;
  }

  :host([layout='corner']) .notice {
    inset-inline: 4px;
    max-width: calc(100% - 8px);
    padding: 4px 8px;
    border-radius: var(--_radius-control);
    font-size: var(--_size-small);
    line-height: 16px;
  }

  :host([layout='corner']) footer {
    gap: 4px;
    padding: 8px;
  }

  :host([layout='corner']) footer .button.danger {
    width: var(--_target);
  }

  /* Who is muted sees it without looking for it. */
  @media (hover: hover) {
    :host([layout='corner']) footer:not(:has([aria-pressed='false'])) {
      opacity: var(--_idle-controls, 0);
      transition: opacity var(--_quick) ease-out;
    }

    :host([layout='corner']) .view:is(:hover, :focus-within) footer {
      opacity: 1;
    }
  }

  /* A strip across a narrow desk: the picture, and beside it who it is and what can be pressed. */
  @container call (aspect-ratio > 2.2) and (height < 160px) {
    :host([layout='corner']) :is(.remote, .waiting, .proposing .local) {
      width: 48%;
    }

    :host([layout='corner']) .notice {
      inset: auto auto 8px 8px;
      max-width: calc(48% - 16px);
      transform: none;
    }

    :host([layout='corner']) header {
      left: calc(48% + 6px);
      max-width: calc(52% - 12px);
      font-size: var(--_size-body);
      line-height: 24px;
    }

    :host([layout='corner']) footer {
      left: 48%;
      justify-content: flex-start;
      background: none;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .view {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    footer .button,
    header,
    .notice {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }

    footer .button.source[aria-pressed='false'] {
      background: Highlight;
      color: HighlightText;
      outline-color: HighlightText;
    }

    /* On the button's own ground: around it is a picture of any colour. */
    footer .button:focus-visible {
      outline: 2px solid CanvasText;
      outline-offset: -5px;
    }

    .local {
      outline: 1px solid CanvasText;
    }
  }
`;
