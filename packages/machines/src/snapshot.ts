import type { CommandId, InteractionId } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { MediaHandle } from './media-handle.ts';

export interface SnapshotInput {
  readonly interactionId: InteractionId;
  readonly snapshotId: CommandId;
  readonly track: MediaHandle;
}

/** It could not be taken, or not be sent. One that was sent is a fact. */
export interface SnapshotReport {
  readonly type: 'snapshot.missed';
  readonly snapshotId: CommandId;
}

/** Port: takes a picture of a track at its own resolution and sends it into the conversation. */
export const snapshotPort = fromCallback<EventObject, SnapshotInput>(() => {});
