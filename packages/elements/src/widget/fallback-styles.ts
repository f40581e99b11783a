import { css } from 'lit';

export const fallbackStyles = css`
  :host {
    display: block;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_control-line) transparent;
  }

  .card {
    display: grid;
    gap: 16px;
    padding: 24px 20px;
    animation: arrive var(--_calm) var(--_arriving);
  }

  .card > [role='status'] {
    display: grid;
    gap: 4px;
    justify-items: center;
    padding: 8px 0;
    text-align: center;
    text-wrap: balance;
  }

  .card > [role='status'] .icon {
    width: 32px;
    height: 32px;
    margin-bottom: 4px;
    color: var(--_accent-text);
  }

  .calm {
    padding: 16px;
    border-bottom: 1px solid var(--_line);
    background: var(--_accent-tint);
  }

  .steps {
    display: grid;
    gap: 8px;
  }

  .step {
    display: flex;
    gap: 12px;
    align-items: center;
    width: 100%;
    min-height: 56px;
    margin: 0;
    padding: 8px 16px;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
    transition: background-color var(--_quick) ease-out;
  }

  .step:hover {
    background: var(--_raised);
  }

  .step:active {
    background: var(--_sunken);
  }

  .step .icon {
    color: var(--_accent-text);
  }

  .step strong,
  .step .muted {
    display: block;
  }

  .step strong {
    font-weight: 600;
  }

  .step .standing {
    display: block;
    padding-top: 2px;
    font-size: var(--_size-small);
    line-height: 18px;
  }

  .step .there {
    color: var(--_success);
  }

  .step[aria-disabled='true'] {
    border-style: dashed;
    background: none;
    cursor: default;
  }

  .step[aria-disabled='true'] .icon,
  .step[aria-disabled='true'] strong {
    color: var(--_muted);
  }

  .lead {
    display: flex;
    gap: 8px;
    align-items: baseline;
  }

  .lead .back {
    margin-inline-start: -12px;
    padding-inline: 8px 12px;
    font-size: var(--_size-body);
  }

  .when,
  .when .span {
    display: grid;
    gap: 12px;
  }

  .when .span {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: start;
  }

  .when input {
    min-width: 0;
  }

  .answers {
    display: flex;
    justify-content: center;
  }

  .question {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .question p {
    flex: 0 0 100%;
    font-weight: 600;
    text-align: center;
  }

  .question .button {
    flex: 1;
  }

  .failure {
    color: var(--_danger);
  }

  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .card {
      animation: none;
    }
  }
`;
