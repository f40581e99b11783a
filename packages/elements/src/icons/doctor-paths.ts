/** What is drawn where something was looked at. */
export const checkPath = 'M4.5 10.5l3.5 3.5 7.5-8';
