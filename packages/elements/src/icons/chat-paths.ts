/** What is drawn in a chat. */
export const sendPath = 'M17 3 9 11M17 3l-5 14-3-6-6-3z';
export const checkPath = 'M4.5 10.5 8 14l7.5-8';
export const readPath = 'M1.5 10.5 5 14l7.5-8M9 13.5l.5.5L17 6';
export const clockPath = 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2';
export const addPath = 'M10 4v12M4 10h12';
