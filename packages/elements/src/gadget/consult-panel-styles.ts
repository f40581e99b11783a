import { css } from 'lit';

/** Another ground than the customer's chat: nobody should mistake the one for the other. */
export const consultPanelStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    background: var(--_accent-tint);
  }

  section {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }

  header {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    padding: 8px;
    padding-inline-start: 12px;
  }

  .who {
    flex: 1;
    min-width: 0;
  }

  h3 {
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .private {
    display: flex;
    gap: 4px;
    align-items: center;
  }

  .private .icon {
    width: 16px;
    height: 16px;
  }

  .note {
    padding: 8px 12px;
    border-block: 1px solid var(--_line);
    background: var(--_surface);
  }

  eyeline-message-list {
    --_raised: var(--_surface);

    flex: 1;
    min-height: 0;
  }

  footer {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 8px;
    padding: 4px 12px 12px;
    background: var(--_surface);
  }

  footer .button {
    flex: 1 1 auto;
    padding: 4px 12px;
  }

  @media (forced-colors: active) {
    .note {
      border: 1px solid CanvasText;
    }
  }
`;
