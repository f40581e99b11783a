/** In the tab's storage, where a token could be: it is in the conversation that all tabs of the site have. */
export const joined = '+';
