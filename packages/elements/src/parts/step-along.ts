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
  const next = focused ? all[all.indexOf(focused as HTMLElement) + step] : step < 0 && lastInSight(all, list);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Where one begins who comes from below. */
function lastInSight(all: readonly HTMLElement[], list: HTMLElement): HTMLElement | undefined {
  const { bottom } = list.getBoundingClientRect();
  return all.findLast(one => one.getBoundingClientRect().top < bottom);
}
