/** What is drawn in a call. */
export const videoOffPath =
  'M3 3l14 14M12 9.3V6.5A1.5 1.5 0 0 0 10.5 5H8.5M13 8.4 17 6v8l-1-.6M12 13.6A1.5 1.5 0 0 1 10.5 15h-6A1.5 1.5 0 0 1 3 13.5v-7c0-.5.2-.9.6-1.2';
export const microphonePath =
  'M10 3a2.5 2.5 0 0 1 2.5 2.5v4a2.5 2.5 0 0 1-5 0v-4A2.5 2.5 0 0 1 10 3zM5 9.5a5 5 0 0 0 10 0M10 14.5V17';
export const microphoneOffPath =
  'M3 3l14 14M12.5 8.5v-3a2.5 2.5 0 0 0-4.7-1.2M7.5 7.5v2a2.5 2.5 0 0 0 3.6 2.2M5 9.5a5 5 0 0 0 8.2 3.8M15 9.5c0 .6-.1 1.1-.3 1.6M10 14.5V17';
export const hangUpPath =
  'M3 12.2c0-.7.2-1.3.7-1.8C5.3 8.8 7.6 8 10 8s4.7.8 6.3 2.4c.5.5.7 1.1.7 1.8v1c0 .6-.6 1-1.2.9l-2.1-.5c-.5-.1-.8-.5-.8-1v-1.3a8.6 8.6 0 0 0-5.8 0v1.3c0 .5-.3.9-.8 1l-2.1.5c-.6.1-1.2-.3-1.2-.9z';
export const enlargePath = 'M4 8V4h4M16 8V4h-4M4 12v4h4M16 12v4h-4';
export const shrinkPath = 'M8 4v4H4M12 4v4h4M8 16v-4H4M12 16v-4h4';
export const cornerPath =
  'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4zM10.5 10.5H14V13h-3.5z';
export const playPath = 'M7 4.5v11l8.5-5.5z';
export const widePath = 'M7 6.5 3.5 10 7 13.5M13 6.5l3.5 3.5-3.5 3.5M3.5 10h13';
export const narrowPath = 'M4.5 6.5 8 10l-3.5 3.5M15.5 6.5 12 10l3.5 3.5';
export const gripPath = 'M10 2.5v15M2.5 10h15M8 4.5l2-2 2 2M8 15.5l2 2 2-2M4.5 8l-2 2 2 2M15.5 8l2 2-2 2';
export const screenPath =
  'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 12.5v-7A1.5 1.5 0 0 1 4.5 4zM7 17h6M10 11.5v-5M7.7 8.7 10 6.4l2.3 2.3';
export const pausePath = 'M7 4.5v11M13 4.5v11';
export const flipPath =
  'M3.5 8A6.7 6.7 0 0 1 15 5.4L16.5 7M16.5 3.5V7H13M16.5 12A6.7 6.7 0 0 1 5 14.6L3.5 13M3.5 16.5V13H7';
export const dotsPath =
  'M4.5 9.3a.7.7 0 1 0 0 1.4.7.7 0 1 0 0-1.4zM10 9.3a.7.7 0 1 0 0 1.4.7.7 0 1 0 0-1.4zM15.5 9.3a.7.7 0 1 0 0 1.4.7.7 0 1 0 0-1.4z';
export const pipPath =
  'M17 9V5.5A1.5 1.5 0 0 0 15.5 4h-11A1.5 1.5 0 0 0 3 5.5v9A1.5 1.5 0 0 0 4.5 16H8M11 12h6v4.5h-6z';
export const soundPath = 'M4 8v4h2.5l4 3.5v-11L6.5 8zM13.5 7.5a3.5 3.5 0 0 1 0 5M15.5 5a7 7 0 0 1 0 10';
export const barsPath = 'M4.5 15.5v-3M10 15.5v-7M15.5 15.5v-11';
export const voicePath = 'M4 4.5C4 11 9 16 15.5 16l1-3-3.6-1.6-1.6 1.6a9 9 0 0 1-4.3-4.3L8.600 7.100 7 3.5z';
/** Somebody whose name is not known. */
export const personPath = 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5';
