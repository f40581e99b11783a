// The button of a page before the first click. The loader is alone with them, so each stands by itself and costs no name.
export const lang = 'en';
export const label = 'Chat with us';
export const notLoaded = 'The chat could not be loaded. Check your connection and try again.';
export const notWorking = 'The chat does not work on this page.';
