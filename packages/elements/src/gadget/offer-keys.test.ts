import { describe, expect, test } from 'vitest';
import { answerOf, type PressedKey } from './offer-keys.ts';

const key = (given: Partial<PressedKey>, modifier?: string): PressedKey => ({
  code: 'KeyA',
  altKey: true,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  getModifierState: name => name === modifier,
  ...given,
});

describe('answerOf', () => {
  test('Alt with A accepts and Alt with D declines, wherever the letters are on the keyboard', () => {
    expect(answerOf(key({}), false)).toBe('accept');
    expect(answerOf(key({ code: 'KeyD' }), false)).toBe('decline');
    expect(answerOf(key({ code: 'KeyS' }), false)).toBeNull();
  });

  test('a letter alone is typing, and so is one written with AltGr, Ctrl and Alt, or a letter put together', () => {
    expect(answerOf(key({ altKey: false }), false)).toBeNull();
    expect(answerOf(key({}, 'AltGraph'), false)).toBeNull();
    expect(answerOf(key({ ctrlKey: true }), false)).toBeNull();
    expect(answerOf(key({ isComposing: true }), false)).toBeNull();
  });

  test('where Alt writes letters the keys rest', () => expect(answerOf(key({}), true)).toBeNull());

  test('a key that is held down answers once', () => expect(answerOf(key({ repeat: true }), false)).toBeNull());
});
