/** Being told of something new, or not. */
export const bellPath = 'M5.5 13V9a4.5 4.5 0 0 1 9 0v4l1.5 1.5H4zM8.5 17a1.6 1.6 0 0 0 3 0';
export const bellOffPath =
  'M5.5 13V9a4.5 4.5 0 0 1 .7-2.4M8 5a4.5 4.5 0 0 1 6.5 4v2.5M13 14.500H4L5.500 13M8.500 17a1.600 1.600 0 0 0 3 0M3.500 3.500l13 13';
