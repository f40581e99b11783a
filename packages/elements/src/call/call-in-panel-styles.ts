import { css } from 'lit';

/** On a phone the picture has the screen: the chat stands behind it, a touch away. The panel gets it with its first call. */
export const callInPanelStyles = css`
  /* Placed by the panel, and not by the row in which the large one stands. */
  .panel.corner eyeline-call-view {
    grid-row: auto;
  }

  /* Enlarged to 400 %, the small one would cover what one writes: it is a strip above it. A call alone is small by itself. */
  @container panel (max-height: 420px) and (max-width: 539px) {
    :host(:not([call-only])) .panel.corner .head {
      display: none;
    }

    :host(:not([call-only])) .panel.corner eyeline-call-view {
      position: relative;
      inset: auto;
      grid-row: 1;
      width: 100%;
      height: calc(84px + env(safe-area-inset-top));
      padding-top: env(safe-area-inset-top);
      border-radius: 0;
    }
  }

  @media (max-width: 520px) {
    .panel.stage eyeline-call-view {
      grid-row: 2 / -1;
      height: 100%;
      padding-bottom: env(safe-area-inset-bottom);
    }

    .panel.stage .body {
      display: none;
    }
  }
`;

/** Dresses the panel that a call stands in. */
export function dressPanel(root: Node): void {
  const { styleSheet } = callInPanelStyles;
  if (!(root instanceof ShadowRoot) || root.host.localName !== 'eyeline-chat-panel' || !styleSheet) return;
  if (!root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
