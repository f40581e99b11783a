import { css } from 'lit';

/** Label, control, error below it: what `field()` draws. 16 px in the control, since phones zoom into anything less. */
export const fields = css`
  .field {
    display: grid;
    gap: 4px;
  }

  .field label {
    font-weight: 600;
  }

  .field .optional {
    color: var(--_muted);
    font-weight: 400;
  }

  .field input,
  .field select,
  .field textarea {
    width: 100%;
    min-height: var(--_target);
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: var(--_size-lead);
    line-height: 24px;
    /* What is above and below it comes into sight with it. */
    scroll-margin: 40px;
  }

  .field textarea {
    display: block;
    min-height: 88px;
    resize: vertical;
  }

  .field :is(input, select, textarea):focus-visible {
    border-color: var(--_focus);
    outline: 2px solid var(--_focus);
    outline-offset: 0;
  }

  .field :is(input, select, textarea)[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .field .error {
    display: flex;
    gap: 4px;
    align-items: flex-start;
    color: var(--_danger);
  }
`;
