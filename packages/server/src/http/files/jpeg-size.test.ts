import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jpegOf } from '../../testing/jpeg.ts';
import { jpegSize } from './jpeg-size.ts';

test('H5 the size of a picture is that of its frame, whatever stands before it', () => {
  expect(jpegSize(jpegOf(640, 480))).toEqual({ width: 640, height: 480 });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a drawing in XML', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['a page that begins as a picture', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<html></html>')])],
  ['a picture that is cut off', jpegOf(640, 480).subarray(0, -2)],
  ['a picture with something after it', Buffer.concat([jpegOf(640, 480), Buffer.from('<html></html>')])],
])('%s is no picture', (_, bytes) => {
  expect(jpegSize(bytes)).toBeNull();
});

test('whatever comes has an answer', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      const like = Uint8Array.from([0xff, 0xd8, ...bytes, 0xff, 0xd9]);
      for (const one of [bytes, like]) {
        const size = jpegSize(one);
        expect(size === null || (size.width >= 0 && size.height >= 0)).toBe(true);
      }
    }),
  );
});
