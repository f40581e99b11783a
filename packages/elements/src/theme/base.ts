import { css } from 'lit';

/** What every element starts from: the box, the type, the focus ring, and text that is only heard. */
export const base = css`
  :host {
    font-family: var(--_font);
    font-size: var(--_size-body);
    line-height: 20px;
    color: var(--_text);
    -webkit-tap-highlight-color: transparent;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
    font: inherit;
  }

  ol,
  ul {
    list-style: none;
  }

  h2 {
    font-size: var(--_size-lead);
    line-height: 24px;
    font-weight: 600;
  }

  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }

  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .muted {
    color: var(--_muted);
  }

  /* A name has the direction of its letters, and stands where those in other letters do. */
  :is(h2, p, dt, dd, strong, .name, .last, .line)[dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  /* Before the first letter a field has no direction of its own. */
  :placeholder-shown {
    direction: inherit;
  }

  .icon {
    width: 20px;
    height: 20px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* What points the way on or back points the other way where one reads from the right. */
  .icon.way:dir(rtl) {
    scale: -1 1;
  }
`;
