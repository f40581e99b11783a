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

  .others,
  .proposing .local {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }

  .others {
    display: grid;
    gap: 4px;
  }

  .several .others {
    grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
    grid-auto-rows: minmax(0, 1fr);
  }

  /* What is shown is read: all of it, and nothing lies over it. Those who show it stand beside. */
  .sharing .others {
    grid-template-rows: minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr) clamp(96px, 24%, 220px);
    align-items: start;
    padding: 44px 4px 76px;
  }

  .sharing .shared {
    --_fit: contain;
    grid-row: 1 / span 9;
    width: 100%;
    height: 100%;
  }

  .sharing .remote {
    grid-column: 2;
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius-control);
  }

  /* Upright, the screen has the whole width. */
  @container call (aspect-ratio < 1) {
    .sharing .others {
      grid-template-columns: minmax(0, 1fr);
    }

    .sharing .remote {
      position: absolute;
      inset: 48px 12px auto auto;
      width: clamp(84px, 24%, 220px);
    }
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

  :host(:fullscreen) .remote {
    --_fit: contain;
  }

  .proposing .local {
    opacity: 0.55;
  }

  .view:not(.proposing) .local {
    position: absolute;
    inset: auto 12px 76px auto;
    width: clamp(84px, 24%, 220px);
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius-control);
    box-shadow: 0 0 0 1px rgb(255 255 255 / 0.25), 0 4px 16px rgb(0 0 0 / 0.4);
  }

  .top {
    position: absolute;
    inset: 12px 60px auto 12px;
    display: flex;
    flex-direction: column;
    gap: 8px;
    align-items: flex-start;
    pointer-events: none;
  }

  .top > * {
    max-width: 100%;
    pointer-events: auto;
  }

  header,
  .own-screen,
  .notice {
    display: flex;
    gap: 8px;
    padding: 4px 12px;
    border-radius: 14px;
    background: rgb(16 18 22 / 0.78);
    font-size: var(--_size-small);
    font-weight: 600;
  }

  .own-screen .icon {
    flex: none;
    width: 16px;
    height: 16px;
    margin-block: 2px;
    color: #63cf90;
  }

  .notice {
    display: block;
    max-width: min(100%, 420px);
    padding: 8px 12px;
    font-size: var(--_size-body);
  }

  .notice:empty {
    display: none;
  }

  /* Nothing else is there yet: it stands where one looks. */
  .proposing .top,
  .connecting .top,
  .alone .top {
    inset-block-end: 0;
    inset-inline-end: 12px;
  }

  :is(.proposing, .connecting, .alone) .notice {
    position: absolute;
    inset: 50% 0 auto;
    width: fit-content;
    margin-inline: auto;
    text-align: center;
    transform: translateY(20px);
  }

  :is(.connecting, .alone) .notice {
    background: none;
  }

  /* The face says it already. */
  .connecting:not(:has(.waiting)) .notice {
    display: none;
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

  .prompt {
    position: absolute;
    z-index: 4;
    inset: auto 12px 76px;
    display: grid;
    gap: 8px;
    max-width: 400px;
    max-height: calc(100% - 88px);
    padding: 16px;
    overflow: auto;
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-panel);
    color: var(--_text);
  }

  .failure {
    display: flex;
    gap: 8px;
  }

  .failure .icon {
    flex: none;
    color: var(--_danger);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .actions .button {
    flex: 1 1 auto;
  }

  footer {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    gap: 8px;
    align-items: center;
    justify-content: center;
    padding: 24px 8px 16px;
    background: linear-gradient(transparent, rgb(8 9 12 / 0.72));
  }

  footer > .button,
  .places .button {
    flex: none;
    border-color: transparent;
    background: rgb(58 63 73 / 0.92);
    color: var(--_on-stage);
  }

  footer > .button:hover,
  .places .button:hover {
    background: #4d535f;
  }

  footer > .button.source[aria-pressed='false'],
  footer > .button.on {
    background: #ffffff;
    color: #15181e;
  }

  footer > .button.danger {
    width: 56px;
    border-radius: 28px;
    background: var(--_hang-up);
  }

  footer > .button:focus-visible,
  .places .button:focus-visible {
    outline-color: #ffffff;
    box-shadow: 0 0 0 2px #000000;
  }

  .places {
    display: contents;
  }

  @container call (width < 400px) {
    footer {
      gap: 4px;
      padding-inline: 4px;
    }

    footer > .button.danger {
      width: var(--_target);
    }
  }

  :host([layout='corner']) .view:not(.proposing) .local,
  :host([layout='corner']) :is(.screen:not(.on), .flip, .own-screen span) {
    display: none;
  }

  :host([layout='corner']) .sharing .others {
    display: block;
    padding: 0;
  }

  /* Small there is room for one: what is shown, before who shows it. */
  :host([layout='corner']) .sharing .remote {
    position: absolute;
    opacity: 0;
  }

  :host([layout='corner']) .top {
    inset: 6px 32px auto 6px;
    gap: 4px;
  }

  :host([layout='corner']) :is(header, .own-screen, .notice) {
    padding: 2px 8px;
    font-size: var(--_size-small);
    line-height: 16px;
  }

  :host([layout='corner']) :is(.proposing, .connecting, .alone) .notice {
    position: static;
    transform: none;
  }

  /* It is read where there is room; the buttons stay free. */
  :host([layout='corner']) .notice {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  :host([layout='corner']) .notice:empty {
    display: none;
  }

  :host([layout='corner']) .prompt {
    inset: 4px;
    max-height: none;
    padding: 8px;
    font-size: var(--_size-small);
    line-height: 16px;
  }

  :host([layout='corner']) footer {
    gap: 4px;
    padding: 8px;
  }

  :host([layout='corner']) footer > .button.danger {
    width: var(--_target);
  }

  @container call (width < 190px) {
    :host([layout='corner']) :is(.camera, .hold:not(.on)) {
      display: none;
    }
  }

  /* Who is muted, or holds, sees it without looking for it. */
  @media (hover: hover) {
    :host([layout='corner']) footer:not(:has([aria-pressed='false'], .on)) {
      opacity: var(--_idle-controls, 0);
      transition: opacity var(--_quick) ease-out;
    }

    :host([layout='corner']) .view:is(:hover, :focus-within) footer {
      opacity: 1;
    }
  }

  /* A strip across a narrow desk: the picture, and beside it who it is and what can be pressed. */
  @container call (aspect-ratio > 2.2) and (height < 160px) {
    :host([layout='corner']) :is(.others, .proposing .local) {
      width: 48%;
    }

    :host([layout='corner']) .top {
      inset-inline: calc(48% + 6px) 6px;
    }

    :host([layout='corner']) header {
      font-size: var(--_size-body);
      line-height: 24px;
    }

    :host([layout='corner']) .notice {
      -webkit-line-clamp: 2;
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
    footer > .button,
    .places .button,
    header,
    .own-screen,
    .notice,
    .prompt {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }

    footer > .button.source[aria-pressed='false'],
    footer > .button.on {
      background: Highlight;
      color: HighlightText;
      outline-color: HighlightText;
    }

    /* On the button's own ground: around it is a picture of any colour. */
    footer > .button:focus-visible,
    .places .button:focus-visible {
      outline: 2px solid CanvasText;
      outline-offset: -5px;
    }

    .local {
      outline: 1px solid CanvasText;
    }
  }
`;
