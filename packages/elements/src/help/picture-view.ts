import type { PicturePoint } from '@eyeline/protocol';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a picture is shown in a box. A telephone that is turned sends another picture: as wide as it was high. */
export interface PictureView {
  /** In px. */
  readonly box: Size;
  /** As it is sent; only its shape counts. */
  readonly picture: Size;
  /** `cover`: the box is full, and the picture's edges are cut off. `contain`: all of it, and the box is empty beside it. */
  readonly fit: 'cover' | 'contain';
  readonly mirrored: boolean;
}

/** From the box's left and top edge, in px. */
export interface BoxPoint {
  readonly x: number;
  readonly y: number;
}

/** Where the whole picture lies; what is cut off lies outside the box. */
function shownAt({ box, picture, fit }: PictureView) {
  const scales = [box.width / picture.width, box.height / picture.height] as const;
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { left: (box.width - width) / 2, top: (box.height - height) / 2, width, height };
}

/** What is reckoned falls beside an edge by as little as numbers are exact. */
const slack = 1e-9;
const isWithin = (fraction: number): boolean => fraction >= -slack && fraction <= 1 + slack;
const bounded = (fraction: number): number => Math.min(1, Math.max(0, fraction));

/** Where a place of the picture is shown. */
export function toBox(view: PictureView, [x, y]: PicturePoint): BoxPoint {
  const { left, top, width, height } = shownAt(view);
  return { x: left + (view.mirrored ? 1 - x : x) * width, y: top + y * height };
}

/** Which place of the picture is shown there; null beside it. */
export function toPicture(view: PictureView, { x, y }: BoxPoint): PicturePoint | null {
  const { left, top, width, height } = shownAt(view);
  const across = (x - left) / width;
  const down = (y - top) / height;
  if (!(isWithin(across) && isWithin(down))) return null;
  return [bounded(view.mirrored ? 1 - across : across), bounded(down)];
}

/** What of the picture is seen, from one corner to the other. */
export function seenOf(view: PictureView): readonly [PicturePoint, PicturePoint] {
  const { left, top, width, height } = shownAt(view);
  const [x, y] = [Math.max(0, -left / width), Math.max(0, -top / height)];
  return [
    [x, y],
    [1 - x, 1 - y],
  ];
}
