import type { Failure, WireEvent, Wish } from '@eyeline/protocol';
import { type AnyActorRef, type EventObject, fromCallback } from 'xstate';
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
 * Port: the connection to the server. It is sent commands exactly as they go on the wire, by whoever of the session has one, and
 * reports to the session events, outcomes and its own state. A command that is sent while it is down is reported `lost` at once.
 */
export const signalingHole = fromCallback<Wish & EventObject>(() => {});

/** The name (`systemId`) by which every actor of a session finds its connection. */
export const connectionId = 'connection';

/** Where commands go, from anywhere in a session. */
export const toConnection = ({ system }: { readonly system: AnyActorRef['system'] }): AnyActorRef =>
  system.get(connectionId);

/** What a call wants sent; its conversation keeps it until it is answered. */
export interface Wished {
  readonly type: 'wished';
  readonly wish: Wish;
}

export const wish = (wanted: Wish): Wished => ({ type: 'wished', wish: wanted });
