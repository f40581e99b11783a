/** What is drawn where a customer gets something instead. */
export const phonePath = 'M4 4.5C4 11 9 16 15.5 16l1-3-3.6-1.6-1.6 1.6a9 9 0 0 1-4.3-4.3L8.6 7.1 7 3.5z';
export const letterPath = 'M3.5 5.5h13v9h-13zM3.5 6l6.5 5 6.5-5';
export const backPath = 'M12 5l-5 5 5 5';
export const nightPath = 'M15.5 12.2A6.5 6.5 0 0 1 7.8 4.5a6.5 6.5 0 1 0 7.7 7.7z';
