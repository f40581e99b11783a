import { jpegSize } from './jpeg-size.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** W3C PNG, 5.2 and 11.2.2. */
const pngSize = (bytes: Uint8Array, view: DataView): PictureSize | null =>
  bytes.length >= 33 && ascii(bytes, 12, 16) === 'IHDR'
    ? { width: view.getUint32(16), height: view.getUint32(20) }
    : null;

/** GIF89a, 18. */
const gifSize = (bytes: Uint8Array, view: DataView): PictureSize | null =>
  bytes.length >= 13 && /^GIF8[79]a$/.test(ascii(bytes, 0, 6))
    ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    : null;

/** RFC 9649, 2.5 to 2.7: with extensions, lossless, or as a frame of VP8. */
function webpSize(bytes: Uint8Array, view: DataView): PictureSize | null {
  if (bytes.length < 30 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 12) !== 'WEBP') return null;
  const three = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (ascii(bytes, 12, 16)) {
    case 'VP8X':
      return { width: three(24) + 1, height: three(27) + 1 };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}

const sizes: Readonly<Record<string, (bytes: Uint8Array, view: DataView) => PictureSize | null>> = {
  'image/jpeg': jpegSize,
  'image/png': pngSize,
  'image/gif': gifSize,
  'image/webp': webpSize,
};

/** How large a picture is; null where it is none of that type, or nobody can say. Its beginning is read: nothing is decoded. */
export function pictureSize(bytes: Uint8Array, mediaType: string): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return sizes[mediaType]?.(bytes, view) ?? null;
}
