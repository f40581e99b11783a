/**
 * To be heard as `toggle` of a popover: a menu that is put away gives the focus back to what opened it. Where both stand in a shadow,
 * a browser loses it. Who has gone on to something else stays there.
 */
export function menuToggled({ currentTarget: menu, newState }: Event & { readonly newState?: string }): void {
  if (newState !== 'closed' || !(menu instanceof HTMLElement)) return;
  const root = menu.getRootNode() as ShadowRoot | Document;
  if (document.activeElement !== document.body && !menu.contains(root.activeElement)) return;
  root.querySelector<HTMLElement>(`[popovertarget="${menu.id}"]`)?.focus({ preventScroll: true });
}
