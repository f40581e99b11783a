import { css } from 'lit';

/** The tools beside a picture, and the own picture where it is the one that is helped on. */
export const helpStyles = css`
  .tools {
    position: absolute;
    inset-block-start: 96px;
    inset-inline-start: 12px;
    display: flex;
    flex-flow: column wrap;
    gap: 4px;
    max-height: calc(100% - 180px);
    padding: 4px;
    border-radius: 26px;
    background: rgb(16 18 22 / 0.78);
  }

  .tools .tool {
    border-color: transparent;
    background: transparent;
    color: var(--_on-stage);
  }

  .tools .tool:hover {
    background: #4d535f;
  }

  .tools .tool[aria-pressed='true'] {
    background: #ffffff;
    color: #15181e;
  }

  .tools .tool:focus-visible {
    outline-color: #ffffff;
    box-shadow: 0 0 0 2px #000000;
  }

  .view.own-large:not(.proposing) .local {
    inset: 0;
    width: 100%;
    height: 100%;
    aspect-ratio: auto;
    border-radius: 0;
    box-shadow: none;
  }

  .own-large .others {
    z-index: 1;
    inset: auto;
    inset-block-end: 76px;
    inset-inline-end: 12px;
    width: clamp(84px, 24%, 220px);
    height: auto;
    aspect-ratio: 4 / 3;
    overflow: hidden;
    border-radius: var(--_radius-control);
    box-shadow: 0 0 0 1px rgb(255 255 255 / 0.25), 0 4px 16px rgb(0 0 0 / 0.4);
  }

  :host([layout='corner']) .view.own-large:not(.proposing) .local {
    display: block;
  }

  :host([layout='corner']) .own-large .others {
    display: none;
  }

  .snapshot .button {
    padding-inline: 10px;
  }

  @container call (height < 360px) {
    .tools {
      inset-block: auto 68px;
      flex-flow: row wrap;
      max-width: calc(100% - 32px - clamp(84px, 24%, 220px));
      max-height: none;
    }

    .prompt.snapshot {
      gap: 4px;
      padding: 12px;
    }
  }

  /* Nothing of the question is out of reach where there is no room for it and for the call's own buttons: it comes first. */
  @container call (height < 280px) {
    .prompt.snapshot {
      inset-block-end: 12px;
      max-height: calc(100% - 24px);
    }
  }

  @container call (width < 480px) {
    footer > .help {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .tools {
      border: 1px solid CanvasText;
      background: Canvas;
    }

    .tools .tool {
      background: Canvas;
      color: CanvasText;
    }

    .tools .tool[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
