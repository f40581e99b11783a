import { html, type TemplateResult } from 'lit';

/** An icon of 20 px that says nothing: the name is on the button or beside it. `path` is one of `icons/paths.ts`. */
export const icon = (path: string): TemplateResult => html`
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d=${path}></path></svg>
`;

/** An icon that points the way in which one reads, or back. */
export const wayIcon = (path: string): TemplateResult => html`
  <svg class="icon way" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d=${path}></path></svg>
`;
