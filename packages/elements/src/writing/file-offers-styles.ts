import { css } from 'lit';

export const fileOffersStyles = css`
  li {
    flex-wrap: wrap;
  }

  .about {
    flex: 1 1 120px;
  }

  .answers,
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }

  form {
    flex: 1 1 100%;
    gap: 8px;
    align-items: end;
  }

  form .field {
    flex: 1 1 160px;
  }
`;
