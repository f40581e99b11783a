import type { SnapshotInput, SnapshotReport } from '@eyeline/machines';
import { type EventObject, fromCallback } from 'xstate';
import type { Connection } from '../connection/connection.ts';

/** Fills the machines' `snapshot` port. */
export const snapshotOver = (connection: Connection, url?: string) =>
  fromCallback<EventObject, SnapshotInput>(({ input, sendBack }) => {
    let isOver = false;
    const { snapshotId } = input;
    import('./take-snapshot.ts')
      .then(({ takeSnapshot }) => takeSnapshot(connection, url, input))
      .catch(() => {
        if (!isOver) sendBack({ type: 'snapshot.missed', snapshotId } satisfies SnapshotReport);
      });
    return () => {
      isOver = true;
    };
  });
