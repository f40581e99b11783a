import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jpegOf } from '../../testing/jpeg.ts';
import { documentOf, macroType, pdf, pngOf, wordType } from '../../testing/sample-files.ts';
import { pictureSize } from './picture-size.ts';
import { sniff } from './sniff.ts';

const webp = (kind: string, ...bytes: number[]) =>
  Buffer.concat([Buffer.from(`RIFF\x40\0\0\0WEBP${kind}\x40\0\0\0`, 'latin1'), Buffer.from(bytes), Buffer.alloc(40)]);

test.each([
  ['image/jpeg', jpegOf(640, 480)],
  ['image/png', pngOf(640, 480)],
  ['application/pdf', pdf],
  ['text/plain', Buffer.from('Grüße, 1 < 2')],
  ['text/plain', Buffer.from('')],
  [wordType, documentOf(wordType)],
  ['text/html', Buffer.from('\ufeff \n<!DOCTYPE html><script>alert(1)</script>')],
  ['text/html', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  [null, Buffer.from([0x41, 0, 0x42])],
  [null, Buffer.from([0xc3, 0x28])],
])('what it is, is seen in it: %s', async (mediaType, content) => {
  expect(await sniff(content)).toBe(mediaType);
});

test.each([
  ['with macros', documentOf(macroType)],
  ['a drawing in XML', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)])],
  ['a script', Buffer.from('#!/bin/sh\0')],
])('%s is nothing that is sent', async (_, content) => {
  const { mediaTypes } = await import('../../interaction/files/media-types.ts');
  expect(mediaTypes.has((await sniff(content)) ?? '')).toBe(false);
});

test.each([
  ['image/png', pngOf(640, 480), 640, 480],
  ['image/gif', Buffer.concat([Buffer.from('GIF89a'), Buffer.from([0x80, 2, 0xe0, 1, 0, 0, 0])]), 640, 480],
  ['image/webp', webp('VP8X', 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0), 640, 480],
  ['image/webp', webp('VP8L', 0x2f, 0x7f, 0xc2, 0x77, 0), 640, 480],
  ['image/webp', webp('VP8 ', 0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1), 640, 480],
])('the size of %s', (mediaType, content, width, height) => {
  expect(pictureSize(content, mediaType)).toEqual({ width, height });
});

test('whatever comes has an answer', async () => {
  const heads = [
    [0xff, 0xd8, 0xff],
    [...Buffer.from('GIF89a')],
    [...pngOf(1, 1).subarray(0, 16)],
    [...webp('VP8L')],
    [0x50, 0x4b, 3, 4],
    [...Buffer.from('ID3')],
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads, []), fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
      const content = Uint8Array.from([...head, ...rest]);
      expect(['string', 'object']).toContain(typeof (await sniff(content)));
      for (const mediaType of ['image/jpeg', 'image/png', 'image/gif', 'image/webp']) pictureSize(content, mediaType);
    }),
  );
});
