import { css } from 'lit';

export const callTileStyles = css`
  :host {
    position: relative;
    display: block;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    isolation: isolate;
    border-radius: inherit;
    background: #23272f;
    color: var(--_on-stage);
    container: tile / size;
  }

  eyeline-video-tile {
    width: 100%;
    height: 100%;
  }

  /* Who speaks. It lies over the picture, which nothing may move. */
  :host::after {
    position: absolute;
    z-index: 3;
    inset: 0;
    border: 3px solid transparent;
    border-radius: inherit;
    transition: border-color var(--_quick) ease-out;
    content: '';
    pointer-events: none;
  }

  :host([speaking])::after {
    border-color: #63cf90;
  }

  /* Over the video, which is never shown black or standing still. */
  .face {
    position: absolute;
    z-index: 1;
    inset: 0;
    display: flex;
    flex-direction: column;
    gap: 4px;
    align-items: center;
    justify-content: center;
    padding: 8px;
    padding-inline-end: var(--_face-end, 8px);
    background: #23272f;
    text-align: center;
  }

  .face.gone {
    display: none;
  }

  .face > * {
    visibility: var(--_face, visible);
  }

  .avatar {
    width: 72px;
    height: 72px;
    margin-bottom: 4px;
    background: rgb(255 255 255 / 0.14);
    color: var(--_on-stage);
    font-size: 28px;
  }

  .name {
    max-width: 100%;
    overflow: hidden;
    font-size: var(--_size-lead);
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .reason {
    display: flex;
    gap: 6px;
    align-items: center;
    color: #d3d7de;
    line-height: 18px;
  }

  .reason .icon {
    flex: none;
    width: 16px;
    height: 16px;
  }

  .signs {
    position: absolute;
    z-index: 2;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    display: flex;
    gap: 6px;
  }

  .sign {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: rgb(16 18 22 / 0.72);
  }

  .sign .icon {
    width: 16px;
    height: 16px;
  }

  .sign.good {
    color: #63cf90;
  }

  .sign.fair {
    color: #f5cf83;
  }

  .sign.poor {
    color: #ff8f82;
  }

  @container tile (height < 180px) or (width < 180px) {
    .avatar {
      width: 40px;
      height: 40px;
      margin: 0;
      font-size: 16px;
    }

    .name,
    .reason {
      font-size: var(--_size-small);
      line-height: 16px;
    }

    .signs {
      inset-block-start: 4px;
      inset-inline-end: 4px;
    }

    .sign {
      width: 22px;
      height: 22px;
    }
  }

  /* What is said of the call stands there, and its header has the name. */
  @container tile (height < 320px) and (width > 240px) {
    .avatar {
      display: var(--_avatar-below-notice, grid);
    }

    .name {
      display: var(--_avatar-below-notice, block);
    }
  }

  @container tile (height < 250px) and (width > 340px) {
    .avatar {
      display: none;
    }
  }

  @container tile (height < 250px) and (240px < width <= 340px) {
    .reason {
      font-size: var(--_size-small);
    }
  }

  /* The header of the call is as high as half of it. */
  @container tile (height < 140px) {
    .avatar {
      display: none;
    }
  }

  @container tile (height < 110px) {
    .reason .icon {
      display: none;
    }
  }

  @container tile (height < 90px) {
    .name {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .face,
    .sign {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }

    .reason {
      color: CanvasText;
    }

    :host([speaking])::after {
      border-color: Highlight;
    }
  }
`;
