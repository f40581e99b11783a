const keepEscape = (event: Event): void => {
  if (event instanceof KeyboardEvent && event.key === 'Escape') event.stopPropagation();
};

/**
 * To be heard as `beforetoggle` and `toggle` of a popover. While a menu is open, Escape puts away the menu alone, also from what
 * opens it. Put away, it gives the focus back to that: where both stand in a shadow, a browser loses it. Who has gone on to
 * something else stays there.
 */
export function menuToggled({ type, currentTarget: menu, newState }: Event & { readonly newState?: string }): void {
  if (!(menu instanceof HTMLElement)) return;
  const root = menu.getRootNode() as ShadowRoot | Document;
  if (newState === 'open') root.addEventListener('keydown', keepEscape);
  else if (type === 'toggle') {
    root.removeEventListener('keydown', keepEscape);
    if (document.activeElement === document.body || menu.contains(root.activeElement))
      root.querySelector<HTMLElement>(`[popovertarget="${menu.id}"]`)?.focus({ preventScroll: true });
  }
}
