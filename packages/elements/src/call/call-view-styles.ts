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
      inset-block: 48px auto;
      inset-inline: auto 12px;
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
    inset-block-end: 76px;
    inset-inline-end: 12px;
    width: clamp(84px, 24%, 220px);
    aspect-ratio: 4 / 3;
    border-radius: var(--_radius-control);
    box-shadow: 0 0 0 1px rgb(255 255 255 / 0.25), 0 4px 16px rgb(0 0 0 / 0.4);
  }

  .view.sharing:not(.proposing) .local {
    inset-inline-end: 4px;
  }

  /* What the other's face says stands beside the own picture, not behind it. */
  @container call (width < 440px) {
    :host(:not([layout='corner'])) .view:not(.proposing, .own-large):has(.local) .remote {
      --_face-end: calc(max(84px, 24%) + 20px);
    }
  }

  /* Beside a screen there is one column for both. */
  @container call (height < 260px) {
    .view.sharing .local {
      width: 60px;
    }
  }

  .top {
    position: absolute;
    inset-block-start: 12px;
    inset-inline: 12px 60px;
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

  @container call (height < 260px) {
    .notice {
      padding-block: 4px;
      font-size: var(--_size-small);
      line-height: 16px;
    }
  }

  .view:has(.notice:not(:empty)) {
    --_avatar-below-notice: none;
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

  /* Beside the own picture it has no face above it, and in a small view buttons below. */
  .proposing:not(:has(.waiting .avatar)) .notice {
    transform: translateY(-50%);
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
    margin-block: -4px;
    margin-inline-start: -8px;
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
  /* Half of a face above a question is none: the question says whose it is. */
  @container call (height < 620px) {
    :has(.prompt) eyeline-call-tile.remote {
      --_face: hidden;
    }
  }

`;
