/** What was typed and not sent is kept under this name, in the tab alone. */
const nameOf = (place: string) => `eyeline.draft.${place}`;

/** For pages that may not store anything: an element that comes back finds it, a reload does not. */
const here = new Map<string, string>();

/** What was typed in this place and not sent; a place is a conversation, or a field of a form. */
export function readDraft(place: string): string {
  try {
    return here.get(place) ?? sessionStorage.getItem(nameOf(place)) ?? '';
  } catch {
    return '';
  }
}

/** An empty text leaves nothing behind. */
export function keepDraft(place: string, text: string): void {
  here.set(place, text);
  try {
    if (text) sessionStorage.setItem(nameOf(place), text);
    else sessionStorage.removeItem(nameOf(place));
  } catch {
    // It is there as long as this page is.
  }
}
