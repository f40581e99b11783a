const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** In a list of messages the arrow keys go from one to the next, so that each can be read by itself, with its time. */
export function stepAlong(event: KeyboardEvent): void {
  const step = steps[event.key];
  const list = event.currentTarget;
  if (!step || !(list instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
    return;
  const focused = (event.target as Element).closest('[data-message]');
  // In what stands in a message, the keys are its own.
  if (event.target !== list && event.target !== focused) return;
  const all = [...list.querySelectorAll<HTMLElement>('[data-message][tabindex]')];
  const next = focused ? all[all.indexOf(focused as HTMLElement) + step] : step < 0 && lastInSight(list);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Where one begins who comes from below. Stretches first: what is far away is not laid out, and is not to be for this. */
function lastInSight(list: HTMLElement): HTMLElement | undefined {
  const { bottom } = list.getBoundingClientRect();
  const isInSight = (one: Element) => one.getBoundingClientRect().top < bottom;
  const messages = (within: Element) => [...within.querySelectorAll<HTMLElement>('[data-message][tabindex]')];
  for (const stretch of [...list.querySelectorAll('.stretch')].filter(isInSight).reverse()) {
    const found = messages(stretch).findLast(isInSight);
    if (found) return found;
  }
  return undefined;
}
