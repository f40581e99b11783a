/**
 * A call is never behind a dialog: when one comes or begins where `element` is seen, the dialogs of the widget or desk around it are
 * put away. What was typed into them stays.
 */
export function closeDialogsAround(element: Element): void {
  if (!element.checkVisibility()) return;
  let root = element.getRootNode();
  while (root instanceof ShadowRoot && root.host.getRootNode() instanceof ShadowRoot) root = root.host.getRootNode();
  if (root instanceof ShadowRoot) closeDialogs(root);
}

function closeDialogs(root: ShadowRoot): void {
  for (const one of root.querySelectorAll('*')) {
    if (one instanceof HTMLDialogElement) one.close();
    if (one.shadowRoot) closeDialogs(one.shadowRoot);
  }
}
