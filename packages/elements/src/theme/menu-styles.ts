import { css } from 'lit';

/** A native popover below the button that opens it; in the middle where the browser cannot anchor it there. */
export const menuStyles = css`
  .menu {
    position-area: self-block-end span-self-inline-end;
    position-try-fallbacks: flip-inline, flip-block;
    min-width: 200px;
    max-width: min(320px, calc(100vw - 16px));
    /* On a screen that is low, or enlarged, what is further down is reached by scrolling. */
    max-height: max(160px, 100% - 8px);
    overflow: auto;
    margin: 4px 0;
    padding: 8px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow-panel);
    color: var(--_text);
  }

  .menu.to-start {
    position-area: self-block-end span-self-inline-start;
  }

  @supports not (position-area: bottom) {
    .menu {
      margin: auto;
    }
  }

  .menu > .title {
    padding: 4px 8px;
    color: var(--_muted);
  }

  .item {
    display: flex;
    gap: 10px;
    align-items: center;
    width: 100%;
    min-height: 36px;
    margin: 0;
    padding: 4px 8px;
    border: 0;
    border-radius: var(--_radius-control);
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .item:hover {
    background: var(--_raised);
  }

  .item:focus-visible,
  .item:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }

  .item input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0 2px;
    accent-color: var(--_accent-fill);
    outline: none;
  }

  .rule {
    height: 1px;
    margin: 8px;
    border: 0;
    background: var(--_line);
  }
`;
