import { html, type TemplateResult } from 'lit';

export { isolate } from './isolated.ts';

/** Draws a sentence with isolated names, without the marks: they would be copied with the text. */
export const sentence = (text: string): readonly (string | TemplateResult)[] =>
  text.split(/[\u2068\u2069]/).map((part, index) => (index % 2 === 0 ? part : html`<bdi>${part}</bdi>`));
