/** Where files are sent to and read from, each with a ticket that was asked for before. */
export const FILES_PATH = '/api/v1/files';

/** The most that a site may allow for one file. */
export const mostFileBytes = 25_000_000;

/** The most that is taken of a snapshot. */
export const mostSnapshotBytes = 3_000_000;
/** Pages draw no picture that is larger. */
export const mostFilePixels = 4096 * 4096;
