import type { Command, Failure, WireEvent } from '@eyeline/protocol';
import { type AnyActorRef, type EventObject, fromCallback } from 'xstate';
import type { Outcome } from './outcome.ts';

/** The state of the connection itself. */
export type ConnectionEvent =
  | { type: 'connection.opened' }
  | { type: 'connection.lost' }
  /** Not open yet, and tried again: with why, where the server said it. */
  | { type: 'connection.waiting'; error: Failure | null }
  /** The server will not talk to this version; trying again is no use. */
  | { type: 'connection.refused'; error: Failure };

/** All that comes from the server. */
export type SignalingReport = ConnectionEvent | WireEvent | Outcome;

/**
 * Port: the connection to the server. It is sent commands exactly as they go on the wire, by whoever of the session has one, and
 * reports to the session events, outcomes and its own state. A command that is sent while it is down is reported `lost` at once.
 */
export const signalingPort = fromCallback<Command & EventObject>(() => {});

/** The name (`systemId`) by which every actor of a session finds its connection. */
export const connectionId = 'connection';

/** Where commands go, from anywhere in a session. */
export const toConnection = ({ system }: { readonly system: AnyActorRef['system'] }): AnyActorRef =>
  system.get(connectionId);

/** What a call wants sent; its conversation keeps it until it is answered. */
export interface Commanded {
  readonly type: 'commanded';
  readonly command: Command;
}

export const command = (wanted: Command): Commanded => ({ type: 'commanded', command: wanted });
