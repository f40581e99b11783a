import { css } from 'lit';

export const surveyStyles = css`
  :host {
    display: block;
  }

  form {
    display: grid;
    gap: 12px;
    padding: 16px;
    border-bottom: 1px solid var(--_line);
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-bottom: 4px;
    padding: 0;
    font-weight: 600;
  }

  fieldset label {
    position: relative;
  }

  fieldset input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .stars > div {
    display: flex;
  }

  .stars label {
    display: grid;
    place-items: center;
    width: var(--_target);
    height: var(--_target);
    border-radius: var(--_radius-control);
    color: var(--_muted);
  }

  .stars .icon {
    width: 28px;
    height: 28px;
  }

  .stars .on {
    color: var(--_accent-text);
  }

  .stars .on .icon {
    fill: currentColor;
  }

  .points > div {
    display: grid;
    grid-template-columns: repeat(11, minmax(24px, 1fr));
    gap: 2px;
  }

  .points label {
    display: grid;
    place-items: center;
    min-height: 36px;
    border: 1px solid var(--_control-line);
    border-radius: 6px;
    font-variant-numeric: tabular-nums;
  }

  .points .on {
    border-color: transparent;
    background: var(--_accent-fill);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
    margin-top: 4px;
    font-size: var(--_size-small);
  }

  fieldset label:hover {
    background: var(--_raised);
  }

  .points .on:hover {
    background: var(--_accent-fill);
  }

  fieldset label:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .failure {
    display: flex;
    gap: 4px;
    color: var(--_danger);
  }

  .failure:not(:has(span)) {
    display: none;
  }

  /* So that what sends it is in sight, too. */
  .field textarea {
    height: 60px;
    min-height: 60px;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .done {
    padding: 12px 16px;
    border-bottom: 1px solid var(--_line);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    .points .on {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
