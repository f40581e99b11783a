/** Icons of the desk alone, of the family in `icons/paths.ts`. */
export const backPath = 'M12 5l-5 5 5 5';
export const peoplePath = 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5';
