import { css } from 'lit';

/** The bar, the buttons and what becomes of them where there is little room. */
export const callBarStyles = css`
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

  .failure,
  .asked {
    display: flex;
    gap: 8px;
  }

  .asked .icon {
    flex: none;
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

  /* As many as there are where a camera can be turned around. */
  @container call (width < 440px) {
    footer {
      gap: 4px;
      padding-inline: 4px;
    }

    footer > .button.danger {
      width: var(--_target);
    }
  }

  /* Who has two cameras shows with those. */
  @container call (width < 390px) {
    footer:has(.flip) .screen:not(.on) {
      display: none;
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
    inset-block-start: 6px;
    inset-inline: 6px 32px;
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

  @container call (height < 134px) {
    :host([layout='corner']) .notice {
      -webkit-line-clamp: 2;
    }
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

  /* What is said, or the face that says the same: small there is room for one of the two above the buttons. */
  @container call (aspect-ratio <= 2.2) {
    :host([layout='corner']) :has(.notice:not(:empty)) .remote {
      --_face: hidden;
    }
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
      inset-inline-start: 48%;
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
