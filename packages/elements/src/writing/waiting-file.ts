import type { CommandId, Failure, FailureCode } from '@eyeline/protocol';

/** Why a file cannot be sent that was never sent. */
export type Obstacle = 'empty' | 'too-large' | 'too-many' | 'declined';

/** A file that somebody has chosen, on its way into the conversation. */
export interface WaitingFile {
  /** It becomes that of its message; the same however often it is sent. */
  readonly fileId: CommandId;
  readonly name: string;
  readonly content: Blob;
  /** Null where it is no picture. */
  readonly picture: ImageBitmap | null;
  /**
   * `chosen`: a person has not said that it is to go. `offered`: the other side has not said that it may. `missing`: it was offered by
   * a page that was loaded again since, and is to be chosen once more. `lost`: it broke off, and goes again by itself.
   */
  readonly state: 'chosen' | 'offered' | 'missing' | 'queued' | 'sending' | 'lost' | 'failed';
  /** How much has gone, 0 to 1. */
  readonly share: number;
  readonly failure: Failure | Obstacle | null;
}

/** What is refused for what it is, or where it was to go, is refused again. */
const lasting: readonly FailureCode[] = [
  ...(['file-not-taken', 'file-too-large', 'file-unsafe'] as const),
  ...(['invalid-payload', 'interaction-closed', 'not-allowed'] as const),
];

/** Whether another try may come to another end. */
export const mayBeTriedAgain = ({ state, failure }: WaitingFile): boolean =>
  state === 'failed' && typeof failure !== 'string' && !(failure && lasting.includes(failure.code));

/** So many wait together at most. */
export const mostWaiting = 10;

/** The next to go: one after the other, in the order in which they were chosen. */
export const nextToSend = (files: readonly WaitingFile[]): WaitingFile | undefined =>
  files.some(one => one.state === 'sending') ? undefined : files.find(one => one.state === 'queued');

/** The other side knows of it, and it has not gone. */
export const isWaited = ({ state }: WaitingFile): boolean => ['offered', 'missing', 'queued', 'lost'].includes(state);

/** What a person presses *Send* for. */
export const isToGo = ({ state }: WaitingFile): boolean => state === 'chosen';

export function obstacleOf(content: Blob, waiting: number, maxBytes: number): Obstacle | null {
  if (content.size === 0) return 'empty';
  if (content.size > maxBytes) return 'too-large';
  return waiting >= mostWaiting ? 'too-many' : null;
}

export const withFile = (
  files: readonly WaitingFile[],
  fileId: CommandId,
  change: Partial<WaitingFile>,
): readonly WaitingFile[] => files.map(one => (one.fileId === fileId ? { ...one, ...change } : one));
