import { css } from 'lit';

export const gadgetStyles = css`
  :host {
    --_target: 32px;

    display: block;
    height: 100%;
    min-height: 320px;
    overflow: hidden;
    background: var(--_surface);
    container: gadget / inline-size;
  }

  .gadget {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: inherit;
  }

  eyeline-sign-in {
    flex: 1;
    min-height: 0;
  }

  eyeline-state-bar,
  .banner,
  .connection {
    flex: none;
  }

  .alone {
    display: grid;
    flex: 1;
    gap: 12px;
    place-content: center;
    place-items: center;
    padding: 24px;
    color: var(--_muted);
    text-align: center;
  }

  .banner,
  .note {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 8px 16px;
    background: var(--_raised);
  }

  .note.warning {
    background: var(--_warning-surface);
    color: var(--_warning);
  }

  .banner span {
    flex: 1;
  }

  .banner.failed {
    background: var(--_danger-surface);
    color: var(--_danger);
  }

  .banner .button {
    color: inherit;
  }

  /* Nothing lies over anything else: an offer and a call that is aside have a place of their own. */
  .desk {
    display: grid;
    flex: 1;
    grid-template: 'tile' auto 'offers' auto 'front' minmax(0, 1fr) / minmax(0, 1fr);
    min-height: 0;
  }

  nav,
  eyeline-desk-conversation,
  eyeline-consulted,
  .empty {
    grid-area: front;
  }

  nav {
    padding: 8px;
    overflow: auto;
    background: color-mix(in oklab, var(--_text) 3%, var(--_surface));
  }

  eyeline-customer-panel {
    display: none;
    border-inline-start: 1px solid var(--_line);
    background: color-mix(in oklab, var(--_text) 3%, var(--_surface));
  }

  eyeline-desk-conversation,
  eyeline-consulted {
    background: var(--_surface);
  }

  eyeline-desk-conversation[aside] {
    --_idle-controls: 1;

    grid-area: tile;
    height: 112px;
    overflow: hidden;
    background: var(--_stage);
  }

  /* Narrow there is one of them at a time. */
  @container gadget (width < 640px) {
    .desk[data-pane='conversation'] nav,
    .desk[data-pane='list'] :is(eyeline-desk-conversation:not([aside]), eyeline-consulted, .empty) {
      display: none;
    }
  }

  .empty {
    display: grid;
    gap: 4px;
    place-content: center;
    place-items: center;
    padding: 24px;
    text-align: center;
    text-wrap: balance;
  }

  .empty p {
    max-width: 36ch;
  }

  .empty .button {
    margin-top: 12px;
  }

  .empty > svg {
    width: 64px;
    margin-bottom: 8px;
    fill: none;
    stroke: var(--_control-line);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .offers {
    grid-area: offers;
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-height: 0;
    max-height: min(420px, 46cqh);
    padding: 12px;
    overflow: auto;
    background: color-mix(in oklab, var(--_text) 3%, var(--_surface));
  }

  .offers.centred {
    grid-area: front;
    place-self: center;
    width: min(488px, 100%);
    max-height: 100%;
    background: none;
  }

  .offers:not(:has(*)) {
    display: none;
  }

  @container gadget (width >= 640px) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }

    .desk:has(nav) {
      grid-template: 'offers front' auto 'list front' minmax(0, 1fr) 'tile front' auto / clamp(220px, 28%, 272px) minmax(0, 1fr);
    }

    nav {
      grid-area: list;
    }

    eyeline-desk-conversation,
    eyeline-consulted {
      --_back: none;
    }

    .offers:not(.centred) {
      max-height: min(420px, 50cqh);
    }

    nav,
    .offers:not(.centred),
    eyeline-desk-conversation[aside] {
      border-inline-end: 1px solid var(--_line);
    }

    eyeline-desk-conversation[aside] {
      height: auto;
      aspect-ratio: 16 / 9;
    }
  }

  @container gadget (width >= 1080px) {
    .desk:has(eyeline-customer-panel):not(:has([calling])) {
      grid-template: 'offers front panel' auto 'list front panel' minmax(0, 1fr) 'tile front panel' auto / 272px minmax(0, 1fr) 280px;
    }

    eyeline-customer-panel {
      grid-area: panel;
    }

    .desk:not(:has([calling])) :is(eyeline-desk-conversation, eyeline-consulted) {
      --_form: none;
    }

    .desk:not(:has([calling])) eyeline-customer-panel {
      display: block;
    }
  }

  @container gadget (width >= 1600px) {
    .desk[data-pane]:has(eyeline-customer-panel) {
      grid-template: 'offers front panel' auto 'list front panel' minmax(0, 1fr) 'tile front panel' auto / 288px minmax(0, 1fr) 320px;
    }

    .desk :is(eyeline-desk-conversation, eyeline-consulted) {
      --_form: none;
    }

    .desk eyeline-customer-panel {
      display: block;
    }
  }

  @media (forced-colors: active) {
    .banner {
      border-block: 1px solid CanvasText;
    }
  }
`;
