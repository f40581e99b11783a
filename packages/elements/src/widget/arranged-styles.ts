import { css } from 'lit';

/** What a widget needs that does not stand in the corner, over what it has anyhow. */
export const arrangedStyles = css`
  @media not print {
    :host([display='inline']:not([hidden])) {
      display: block !important;
    }
  }

  :host([display='inline']) {
    position: relative !important;
    inset: auto !important;
    z-index: 0 !important;
    width: 100% !important;
    height: var(--eyeline-height, 640px) !important;
    min-height: 240px !important;
  }

  :host([display='page']) {
    inset: var(--_visible-top, 0) 0 auto !important;
    height: var(--_visible-height, 100dvh) !important;
  }

  :host(:is([display='inline'], [display='page'])) eyeline-chat-panel:is(.open, .call) {
    position: absolute;
    inset: 0;
    width: auto;
    height: auto;
    border-radius: 0;
    box-shadow: none;
    animation: none;
  }

  /* Lines are no longer than can be read. */
  :host(:is([display='inline'], [display='page'])) eyeline-chat-panel:is(.open, .call) {
    box-sizing: border-box;
    padding-inline: max(0px, 50% - 440px);
  }

  :host([display='inline']) eyeline-chat-panel:is(.open, .call) {
    border-radius: var(--_radius-panel);
    box-shadow: inset 0 0 0 1px var(--_line);
  }

  @media (forced-colors: active) {
    :host([display='page']) eyeline-chat-panel {
      border: 0;
    }
  }
`;
