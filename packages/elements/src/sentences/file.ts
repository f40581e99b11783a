/** A file in the conversation. */
export const file = {
  /** `who`: null is the one who reads. */
  snapshot: (who: string | null, time: string) =>
    who === null ? `Snapshot of your picture, ${time}` : `Snapshot of the picture of ${who}, ${time}`,
  open: 'Open',
  close: 'Close',
  download: 'Download',
  loading: 'The picture is coming',
  missing: 'The picture cannot be shown now.',
  tryAgain: 'Try again',
  /** What the file is called that somebody downloads; without its ending. */
  fileName: 'snapshot',
};

export type FileSentences = typeof file;
