/** Escape closes a menu or a picture alone, and not what is around it too; at the button of a menu only while that is open. */
export const keepEscape = (event: KeyboardEvent): void => {
  const { key, currentTarget } = event;
  const menu = currentTarget instanceof HTMLButtonElement ? currentTarget.popoverTargetElement : null;
  if (key === 'Escape' && (!(currentTarget instanceof HTMLButtonElement) || menu?.matches(':popover-open')))
    event.stopPropagation();
};
