import { css } from 'lit';

export const arrivalStyles = css`
  :host {
    display: grid;
    place-items: center;
    min-height: 100dvh;
    padding: 24px;
    background: var(--_surface);
    color: var(--_text);
  }

  :host([hidden]) {
    display: none;
  }

  section {
    display: grid;
    gap: 16px;
    width: min(440px, 100%);
    justify-items: start;
  }

  .mark {
    width: 56px;
    height: 56px;
    fill: none;
    stroke: var(--_accent-text);
    stroke-width: 3;
    stroke-linejoin: round;
  }

  h1 {
    margin: 0;
    font-size: 24px;
    font-weight: 700;
    line-height: 32px;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  .company {
    padding-bottom: 4px;
    color: var(--_muted);
    font-weight: 600;
  }

  p {
    margin: 0;
    overflow-wrap: anywhere;
  }

  p[role='status'] {
    font-size: var(--_size-lead);
    line-height: 24px;
  }

  p:empty {
    display: none;
  }

  ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    padding-inline-start: 20px;
    color: var(--_muted);
    list-style: disc;
    font-size: var(--_size-lead);
  }

  .button {
    width: 100%;
    min-height: 48px;
    font-size: var(--_size-lead);
  }
`;
