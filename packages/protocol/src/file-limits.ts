/** Where files are sent to and read from, each with a ticket that was asked for before. */
export const FILES_PATH = '/api/v1/files';

/** The most that is taken of one file, in bytes and in pixels. */
export const mostFileBytes = 3_000_000;
export const mostFilePixels = 4096 * 4096;
