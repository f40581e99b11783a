/** One family: a grid of 20, strokes of 1.6 with round ends, nothing filled. Drawn by `icon()`. */
export const chatPath = 'M5.1 13.1a6.5 5.7 0 1 1 2.6 1.4L4.2 16z';
/** Somebody vouches for it. */
export const verifiedPath = 'M10 2.8 16 5v4.6c0 3.6-2.5 6.2-6 7.6-3.5-1.4-6-4-6-7.6V5zM7.2 9.9l2 2 3.7-3.9';
export const closePath = 'M5 5l10 10M15 5 5 15';
export const videoPath =
  'M3 6.5A1.5 1.5 0 0 1 4.5 5h6A1.5 1.5 0 0 1 12 6.5v7a1.5 1.5 0 0 1-1.5 1.5h-6A1.5 1.5 0 0 1 3 13.5zM12 9l5-3v8l-5-3';
export const warningPath = 'M10 3.5 17 16H3zM10 8.5v3M10 13.7v.1';
export const offlinePath =
  'M3 3l14 14M10 15.5v.1M7.2 12.7a4 4 0 0 1 4.3-.8M4.7 10.2a7.5 7.5 0 0 1 3.3-2M11 7.9a7.5 7.5 0 0 1 4.3 2.3';
export const againPath = 'M16.5 10A6.5 6.5 0 1 1 14.6 5.4L16.5 7.2M16.5 3.5v3.7h-3.7';
export const leavePath = 'M8 4H5.5A1.5 1.5 0 0 0 4 5.5v9A1.5 1.5 0 0 0 5.5 16H8M12.5 13l3-3-3-3M15.5 10H8';
export const downPath = 'M5 7.5l5 5 5-5';
