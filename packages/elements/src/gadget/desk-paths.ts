/** Icons of the desk alone, of the family in `icons/paths.ts`. */
export const backPath = 'M12 5l-5 5 5 5';
export const handOverPath = 'M3.5 7h12M12.5 4l3 3-3 3M16.5 13h-12M7.5 10l-3 3 3 3';
export const queuePath = 'M4 5.5h12M4 10h12M4 14.5h7';
export const peoplePath = 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5';
