import { expect, test } from 'vitest';
import { isComposing } from './is-composing.ts';

test('Enter is a person’s own only when no letters are being put together', () => {
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  // Safari, after `compositionend`.
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
});
