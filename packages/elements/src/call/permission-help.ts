import { html, type TemplateResult } from 'lit';
import type { ShownCode } from '../sentences/language.ts';

let isLoaded = false;

/** Where this browser gives back what failed. Its words and pictures are loaded when something has failed. */
export function permissionHelp(codes: readonly ShownCode[]): TemplateResult {
  if (!isLoaded) {
    isLoaded = true;
    import('./define-permission-help.ts').catch(() => {
      // The network failed; the sentence of the failure is there, and with the next one this is tried again.
      isLoaded = false;
    });
  }
  return html`<eyeline-permission-help .codes=${codes}></eyeline-permission-help>`;
}
