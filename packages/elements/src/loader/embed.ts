import { createCustomerSession } from '@eyeline/sdk';
import { html, render } from 'lit';
import '../widget/define.ts';
import type { EmbedOptions } from './embed-options.ts';

/** Where a page lets nobody vouch for markup (Trusted Types), Lit draws nothing; whoever builds the page is told why. */
function checkTemplates(): void {
  try {
    render(html`<i></i>`, document.createElement('i'));
  } catch (cause) {
    throw new Error('eyeline.js: add eyeline to trusted-types in the Content-Security-Policy of this page.', { cause });
  }
}

/** Puts the widget into the page, opened, with a session of its own. Called by the loader, which keeps it there. */
export function embed({ tag, entryPoint, focus }: EmbedOptions): HTMLElement {
  checkTemplates();
  const { accent, theme, label, position, testPicture, picture, modes = '', server, getProof = '' } = tag;
  const widget = document.createElement('eyeline-widget');
  if (accent) widget.style.setProperty('--eyeline-color-accent', accent);
  if (theme === 'light' || theme === 'dark') widget.theme = theme;
  if (label) widget.label = label;
  if (position === 'left') widget.position = position;
  widget.testPicture = testPicture !== undefined;
  if (picture === 'test') widget.picture = picture;
  widget.modes = modes;
  widget.session = createCustomerSession({
    entryPointId: entryPoint,
    url: server || new URL(import.meta.url).origin,
    // The name of a global function.
    getProof: Reflect.get(window, getProof),
  });
  widget.open = true;
  document.body.append(widget);
  if (focus) widget.focus();
  return widget;
}
