import { css } from 'lit';

export const deferredTaskStyles = css`
  :host {
    display: block;
    flex: 0 1 auto;
    min-height: 0;
    overflow: auto;
  }

  .later {
    display: grid;
    gap: 16px;
    padding: 16px;
  }

  .later:focus-visible {
    outline-offset: -2px;
  }

  a.button,
  .done {
    justify-self: start;
    text-decoration: none;
  }

  .call {
    min-height: 44px;
    font-size: var(--_size-lead);
    font-variant-numeric: tabular-nums;
  }

  .attempts {
    display: grid;
    gap: 4px;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0 0 8px;
    font-weight: 600;
  }

  fieldset p {
    flex: 0 0 100%;
  }

  .told {
    display: var(--_form, block);
  }

  .letter {
    max-width: 68ch;
    font-size: var(--_size-lead);
    line-height: 24px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`;
