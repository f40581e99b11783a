import { type AnyActorRef, type SnapshotFrom, waitFor } from 'xstate';
import { commands } from '../sentences/commands.ts';
import { CommandError } from './command-error.ts';

/** The first snapshot of which this holds, however long it takes; rejects where the actor ends before. */
export async function settled<A extends AnyActorRef>(
  actor: A,
  holds: (snapshot: SnapshotFrom<A>) => boolean,
): Promise<SnapshotFrom<A>> {
  try {
    return await waitFor(actor, holds);
  } catch {
    throw new CommandError('cancelled', commands.cancelled);
  }
}
