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

  .desk {
    position: relative;
    display: grid;
    flex: 1;
    grid-template-rows: minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
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

  /* A call that is in sight needs no bar. */
  eyeline-call-bar.selected:not([data-pane='list']) {
    display: none;
  }

  .desk[data-pane='conversation'] nav,
  .desk[data-pane='list'] :is(eyeline-desk-conversation, eyeline-consulted, .empty) {
    display: none;
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

  .empty svg {
    width: 64px;
    margin-bottom: 8px;
    fill: none;
    stroke: var(--_control-line);
    stroke-width: 2.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* Over whatever is being done, without a hold on it: only the cards themselves take the pointer. */
  .offers {
    position: absolute;
    z-index: 2;
    inset: 0 0 auto auto;
    display: flex;
    flex-direction: column;
    gap: 12px;
    width: min(448px, 100%);
    max-height: 100%;
    padding: 12px 24px 24px;
    pointer-events: none;
  }

  .offers.centred {
    inset-inline: 0;
    top: 50%;
    width: min(488px, 100%);
    margin-inline: auto;
    transform: translateY(-50%);
  }

  @container gadget (width < 480px) {
    .offers {
      padding-inline: 12px;
    }
  }

  .offers:empty {
    display: none;
  }

  .offers > * {
    pointer-events: auto;
  }

  @container gadget (width >= 640px) {
    .desk:has(nav) {
      grid-template-columns: 220px minmax(0, 1fr);
    }

    .desk[data-pane] :is(nav, eyeline-desk-conversation, eyeline-consulted) {
      display: block;
    }

    .desk[data-pane] .empty {
      display: grid;
      grid-column: -1 / 2;
    }

    .desk:has([calling]:not([hidden])) {
      grid-template-columns: minmax(0, 1fr);
    }

    .desk:has([calling]:not([hidden])) nav {
      display: none;
    }

    eyeline-desk-conversation,
    eyeline-consulted {
      --_back: none;
    }

    nav {
      border-inline-end: 1px solid var(--_line);
    }

    eyeline-call-bar.selected {
      display: none;
    }
  }

  @container gadget (width >= 1080px) {
    .desk:has(nav) {
      grid-template-columns: 240px minmax(0, 1fr) 280px;
    }

    .desk:has([calling]:not([hidden])) {
      grid-template-columns: 240px minmax(0, 1fr);
    }

    .desk:has([calling]:not([hidden])) nav {
      display: block;
    }

    .desk:not(:has([calling]:not([hidden]))) :is(eyeline-desk-conversation, eyeline-consulted) {
      --_form: none;
    }

    .desk:not(:has([calling]:not([hidden]))) eyeline-customer-panel {
      display: block;
    }
  }

  @container gadget (width >= 1600px) {
    .desk:has(nav) {
      grid-template-columns: 260px minmax(0, 1fr) 320px;
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
