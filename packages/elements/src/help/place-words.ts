import type { PicturePoint } from '@eyeline/protocol';
import { help } from '../sentences/help.ts';

const third = (fraction: number): number => Math.min(2, Math.floor(fraction * 3));

/** In which of nine parts of the picture something is, as the one who hears it sees it: in a mirror left is right. */
export function placeWords([x, y]: PicturePoint, mirrored: boolean): string {
  const row = help.places[third(y)];
  return row?.[third(mirrored ? 1 - x : x)] ?? '';
}
