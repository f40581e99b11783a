import type { Failure, WireEvent, Wish } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { Outcome } from './outcome.ts';

/** The state of the line itself. */
export type LineEvent =
  | { type: 'line.opened' }
  | { type: 'line.lost' }
  /** Not open yet, and tried again: with why, where the server said it. */
  | { type: 'line.waiting'; error: Failure | null }
  /** The server will not talk to this version; trying again is no use. */
  | { type: 'line.refused'; error: Failure };

/** All that comes from the server. */
export type SignalingReport = LineEvent | WireEvent | Outcome;

/**
 * Hole: the line to the server. It is sent wishes exactly as they go on the wire, and reports events, outcomes and the
 * state of the line. A wish sent while the line is down is reported `lost` at once.
 */
export const signalingHole = fromCallback<Wish & EventObject>(() => {});

/** What a child asks its parent to send. */
export interface Wished {
  readonly type: 'wished';
  readonly wish: Wish;
}

/** A child's wish, on its way up to the line. */
export const wish = (wanted: Wish): Wished => ({ type: 'wished', wish: wanted });
