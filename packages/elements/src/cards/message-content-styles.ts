import { css } from 'lit';

export const messageContentStyles = css`
  /* What is only heard stays where it stands, and makes nothing around it longer. */
  :host {
    position: relative;
    display: grid;
    gap: 8px;
    min-width: 0;
  }

  .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  .title {
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  .note {
    color: var(--_muted);
    font-size: var(--_size-small);
    line-height: 16px;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .choice {
    max-width: 100%;
    min-height: var(--_target);
    overflow-wrap: anywhere;
  }

  .button.choice {
    border-color: var(--_accent-text);
    color: var(--_accent-text);
    font-weight: 600;
    text-decoration: none;
  }

  span.choice {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    min-height: 32px;
    padding: 4px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    color: var(--_muted);
  }

  span.choice.chosen {
    border-color: var(--_accent-text);
    color: var(--_text);
    font-weight: 600;
  }

  .host {
    color: var(--_muted);
    font-size: var(--_size-small);
    font-weight: 400;
  }

  .card {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-width: 0;
    height: 100%;
    overflow: hidden;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
  }

  .card .about {
    display: grid;
    gap: 4px;
    padding: 8px 12px 0;
  }

  .card .about:last-child {
    padding-bottom: 12px;
  }

  /* Of cards beside each other what can be pressed stands on one line. */
  .card .choices {
    display: grid;
    margin-top: auto;
    padding: 0 8px 8px;
  }

  .card .choice {
    flex-wrap: wrap;
    justify-content: center;
  }

  img {
    display: block;
    width: 100%;
    aspect-ratio: 16 / 9;
    background: var(--_sunken);
    color: var(--_muted);
    object-fit: cover;
  }

  .slide {
    min-width: 0;
  }

  /* The title goes along in one line where there is room. */
  table {
    min-width: 200px;
    border-collapse: collapse;
  }

  caption {
    padding-bottom: 4px;
    font-weight: 600;
    text-align: start;
  }

  th,
  td {
    padding: 4px 0;
    border-top: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  th {
    min-width: 72px;
    max-width: 160px;
    padding-inline-end: 12px;
    color: var(--_muted);
    font-weight: 400;
  }

  a:not(.button) {
    color: var(--_accent-text);
    text-underline-offset: 2px;
  }

  a[data-host]::after {
    content: ' (' attr(data-host) ')';
  }

  code {
    padding: 1px 4px;
    border-radius: 4px;
    background: color-mix(in srgb, currentColor 12%, transparent);
    font-family: ui-monospace, monospace;
  }
`;
