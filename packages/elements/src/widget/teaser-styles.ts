import { css } from 'lit';

/** In the widget's own root, beside its other styles. */
export const teaserStyles = css`
  .teaser {
    position: absolute;
    right: 0;
    bottom: 76px;
    display: flex;
    align-items: flex-start;
    width: min(300px, 100vw - 40px);
    padding: 4px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-card);
    animation: rise var(--_calm) var(--_arriving);
  }

  :host([position='left']) .teaser {
    right: auto;
    left: 0;
  }

  .teaser .text {
    flex: 1;
    min-width: 0;
    padding: 8px 12px;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .teaser .name {
    display: block;
    font-weight: 600;
  }

  .teaser .line {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow-wrap: anywhere;
  }

  .teaser .button {
    color: var(--_muted);
  }

  @media (prefers-reduced-motion: reduce) {
    .teaser {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .teaser {
      border: 2px solid CanvasText;
    }
  }
`;
