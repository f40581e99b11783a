/** Files in a conversation, and those that are on their way into it. */
export const file = {
  /** `who`: null is the one who reads. */
  snapshot: (who: string | null, time: string) =>
    who === null ? `Snapshot of your picture, ${time}` : `Snapshot of the picture of ${who}, ${time}`,
  /** `kind`: how its name ends, as PDF. */
  shared: (name: string, kind: string, size: string) => `${name}, ${kind}, ${size}`,
  open: 'Open',
  close: 'Close',
  download: 'Download',
  loading: 'The picture is coming',
  fetching: 'The file is coming',
  missing: 'The picture cannot be shown now.',
  notFetched: 'The file cannot be had now.',
  tryAgain: 'Try again',
  /** What a snapshot is called that somebody downloads; without its ending. */
  fileName: 'snapshot',

  toSend: 'Files to send',
  /** `share`: in per cent. */
  sending: (share: string) => `Sending, ${share}`,
  waiting: 'No connection. It is sent when it is back.',
  notSent: (reason: string) => `Not sent. ${reason}`,
  lost: 'The connection broke.',
  tooLarge: (size: string) => `It is too large: ${size} is the most.`,
  tooMany: (most: number) => `${most} files at once are the most.`,
  empty: 'It is empty.',
  remove: (name: string) => `Remove ${name}`,
  cancel: (name: string) => `Stop sending ${name}`,
  again: (name: string) => `Send ${name} again`,
  chosen: (names: string) => `Added: ${names}`,
  sent: (name: string) => `${name} is sent`,

  offering: 'Waits until the other side accepts it.',
  declined: 'The other side did not accept it.',
  chosenBefore: 'The page was loaded again: choose the file once more.',
  chooseAgain: (name: string) => `Choose ${name} once more`,
  offers: 'Files that are offered to you',
  accept: 'Accept',
  acceptFile: (name: string) => `Accept ${name}`,
  decline: 'Decline',
  declineFile: (name: string) => `Decline ${name}`,
  why: 'Why not',
  onItsWay: 'Accepted. It is on its way.',

  choose: 'Picture or file',
  takePicture: 'Take a picture',
  emoji: 'Emoji',
};

export type FileSentences = typeof file;
