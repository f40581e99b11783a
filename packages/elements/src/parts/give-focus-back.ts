/**
 * A menu that is put away gives the focus back to what opened it, by Escape and by what was pressed in it: where both stand in a
 * shadow, a browser loses it. To be heard as `toggle` of a popover; who has gone on to something else stays there.
 */
export function giveFocusBack({ currentTarget: menu, newState }: Event & { readonly newState?: string }): void {
  if (newState !== 'closed' || !(menu instanceof HTMLElement)) return;
  const root = menu.getRootNode() as ShadowRoot | Document;
  if (document.activeElement !== document.body && !menu.contains(root.activeElement)) return;
  root.querySelector<HTMLElement>(`[popovertarget="${menu.id}"]`)?.focus({ preventScroll: true });
}
