import { createCustomerSession } from '@eyeline/sdk';
import '../widget/define.ts';
import type { EmbedOptions } from './embed-options.ts';

/** Puts the widget into the page, opened, with a session of its own. Called by the loader. */
export function embed({
  entryPoint,
  server,
  accent,
  theme,
  label,
  position,
  testPicture,
  picture,
  getProof,
  focus,
}: EmbedOptions): void {
  const widget = document.createElement('eyeline-widget');
  if (accent) widget.style.setProperty('--eyeline-color-accent', accent);
  if (theme === 'light' || theme === 'dark') widget.theme = theme;
  if (label) widget.label = label;
  if (position === 'left') widget.position = position;
  widget.testPicture = testPicture;
  if (picture === 'test') widget.picture = picture;
  widget.session = createCustomerSession({
    entryPointId: entryPoint,
    url: server,
    getProof: Reflect.get(window, getProof),
  });
  widget.open = true;
  document.body.append(widget);
  if (focus) widget.focus();
}
