/**
 * Whether a key belongs to letters that are being put together, as in Japanese, where Enter and Escape choose among them.
 * Safari says that the conversion has ended before it tells of the key that ended it: that key has the code 229.
 */
export const isComposing = (key: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  key.isComposing || key.keyCode === 229;
