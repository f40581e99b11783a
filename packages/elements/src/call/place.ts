/** How far the box of a call is from its corner of the page, in px, and whether it is wide. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly isWide: boolean;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const key = 'eyeline-call-place';
const home: Place = { x: 0, y: 0, isWide: false };

/** Where the visitor had the last call of this visit; in its corner where nothing is kept, or nothing may be. */
export function keptPlace(): Place {
  try {
    return placeOf(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
  } catch {
    return home;
  }
}

export function keepPlace(place: Place): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch {
    // The page may not keep anything: the next call begins in its corner.
  }
}

function placeOf(kept: unknown): Place {
  if (typeof kept !== 'object' || kept === null) return home;
  const { x, y, isWide } = kept as { readonly [name in keyof Place]?: unknown };
  return Number.isFinite(x) && Number.isFinite(y) ? { x: Number(x), y: Number(y), isWide: isWide === true } : home;
}

/** The same way from the corner, but shortened to where the whole box is on the screen; a box that fills it stays. */
export function withinBounds(
  { x, y }: Pick<Place, 'x' | 'y'>,
  shown: Size & { readonly left: number; readonly top: number },
  screen: Size,
  margin: number,
): { readonly x: number; readonly y: number } {
  return {
    x: shortened(x, shown.left - x, shown.width, screen.width, margin),
    y: shortened(y, shown.top - y, shown.height, screen.height, margin),
  };
}

function shortened(way: number, start: number, size: number, room: number, margin: number): number {
  const last = room - margin - size;
  if (last < margin) return 0;
  return Math.min(Math.max(start + way, margin), last) - start;
}
