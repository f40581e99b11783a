import { css } from 'lit';

export const templatePickerStyles = css`
  section {
    display: grid;
    gap: 8px;
    /* So that the field below it stays on the screen. */
    max-height: clamp(160px, 100dvh - 360px, 420px);
    padding: 8px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    overscroll-behavior: contain;
  }

  ul {
    display: grid;
  }

  li .button {
    justify-content: flex-start;
    width: 100%;
    padding: 8px;
    font-weight: 400;
    text-align: start;
  }

  header {
    display: flex;
    gap: 8px;
    align-items: center;
  }

  .title {
    min-width: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .shown {
    padding: 8px 12px;
    border-radius: 12px;
    background: var(--_raised);
  }

  .error {
    color: var(--_danger);
  }

  .error:empty {
    display: none;
  }

  /* However much there is to see, it can be sent. */
  footer {
    position: sticky;
    bottom: -8px;
    display: flex;
    justify-content: flex-end;
    margin: 0 -8px -8px;
    padding: 8px;
    background: var(--_surface);
  }

  .none {
    padding: 0 8px;
  }

  .field textarea {
    min-height: 56px;
  }
`;
