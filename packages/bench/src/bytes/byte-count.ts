import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Sizes in bytes: as they stand, and as a server sends them that has compressed them beforehand. */
export interface ByteCount {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Each file is compressed by itself, as it travels. */
export const byteCount = (files: Iterable<string>): ByteCount =>
  [...files].reduce(
    (sum, file) => {
      const content = readFileSync(file);
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
      return {
        raw: sum.raw + content.length,
        gzip: sum.gzip + gzipSync(content, { level: 9 }).length,
        brotli: sum.brotli + brotliCompressSync(content, { params }).length,
      };
    },
    { raw: 0, gzip: 0, brotli: 0 },
  );
