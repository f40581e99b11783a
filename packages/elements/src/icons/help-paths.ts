/** What is drawn where people point and draw on a picture. */
export const pointPath = 'M4 3.500 16 9l-5 1.600L9 16z';
export const drawPath =
  'M3.500 16.500l.9-3.600 8.600-8.600a1.600 1.600 0 0 1 2.300 0l.4.4a1.600 1.600 0 0 1 0 2.300l-8.600 8.600zM11.500 5.800l2.700 2.700';
export const clearPath =
  'M7.500 16h9M4.300 11.800l6.500-6.500a1.500 1.500 0 0 1 2.100 0l2.800 2.800a1.500 1.500 0 0 1 0 2.100L10 16H7.500l-3.200-3.200a.7.7 0 0 1 0-1zM8 8l5 5';
export const freezePath =
  'M10 2.500v15M3.500 6.200l13 7.600M16.500 6.200l-13 7.600M8 4l2 1.500L12 4M8 16l2-1.500 2 1.500';
export const snapshotPath =
  'M4.500 6h2l1.300-2h4.400l1.300 2h2A1.500 1.500 0 0 1 17 7.500v7a1.500 1.500 0 0 1-1.500 1.500h-11A1.500 1.500 0 0 1 3 14.500v-7A1.500 1.500 0 0 1 4.500 6zM10 8a3 3 0 1 0 0 6a3 3 0 0 0 0-6z';
