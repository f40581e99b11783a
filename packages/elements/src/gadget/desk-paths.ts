/** Icons of the desk alone, of the family in `icons/paths.ts`. */
export const backPath = 'M12 5l-5 5 5 5';
export const handOverPath = 'M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3';
export const queuePath = 'M4 5.5h12M4 10h12M4 14.5h7';
export const askPath =
  'M4.5 3.5h8a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H8l-3 2.5v-2.5h-.5a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2zM16.5 8.5a1.5 1.5 0 0 1 1 1.4v3.2a1.5 1.5 0 0 1-1.5 1.5v2l-2.5-2H11';
export const privatePath =
  'M3.5 3.5l13 13M8.2 8.3a2.5 2.5 0 0 0 3.5 3.5M6 6C4.300 7 3 8.500 2.500 10c1.200 3 4 5 7.500 5 1.400 0 2.700-.3 3.800-.9M9 5.100c.3 0 .7-.1 1-.1 3.500 0 6.300 2 7.500 5-.4 1-1 1.900-1.800 2.700';
export const linkPath =
  'M8.500 11.500a3 3 0 0 0 4.300 0l2.700-2.700a3 3 0 0 0-4.300-4.300l-1 1M11.500 8.500a3 3 0 0 0-4.300 0L4.500 11.200a3 3 0 0 0 4.300 4.300l1-1';
