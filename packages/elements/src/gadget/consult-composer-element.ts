import type { PropertyDeclarations } from 'lit';
import { ComposerElement } from '../parts/composer-element.ts';
import { isolate } from '../parts/isolate.ts';
import { deskConsult } from '../sentences/desk-consult.ts';

/**
 * Where a message to a colleague is written: it says to whom, so that nothing goes to the customer by mistake.
 *
 * @tagname eyeline-consult-composer
 */
export class ConsultComposerElement extends ComposerElement {
  static override properties: PropertyDeclarations = { to: {} };

  /** The colleague's name. */
  declare to: string;

  constructor() {
    super();
    this.to = '';
  }

  override updated(): void {
    const field = this.renderRoot.querySelector('textarea');
    field?.setAttribute('aria-label', deskConsult.writeTo(this.to));
    field?.setAttribute('placeholder', deskConsult.writeTo(isolate(this.to)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'eyeline-consult-composer': ConsultComposerElement;
  }
}
