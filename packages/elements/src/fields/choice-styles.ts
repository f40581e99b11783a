import { css } from 'lit';

/** What `moreField()` draws, beside the styles `fields`. */
export const choiceStyles = css`
  .field.choices {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .field legend {
    padding: 0;
    font-weight: 600;
  }

  .field .choice {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 36px;
    font-weight: 400;
  }

  .field .choice input {
    flex: none;
    width: 20px;
    min-height: 20px;
    accent-color: var(--_accent-fill);
  }
`;
