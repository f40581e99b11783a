import type { AgentActor, AgentContext } from '@eyeline/machines';
import type { SnapshotFrom } from 'xstate';

/** What the whole desk shows. `returning`: all is there, and nothing can be pressed until the connection is back. */
export type DeskStage = 'unavailable' | 'connecting' | 'signed-out' | 'returning' | 'at-desk';

export interface DeskState
  extends Pick<
    AgentContext,
    | 'agent'
    | 'offers'
    | 'tasks'
    | 'consults'
    | 'invitations'
    | 'inviting'
    | 'selected'
    | 'listed'
    | 'failure'
    | 'obstacle'
    | 'notifiedAt'
  > {
  readonly stage: DeskStage;
}

export function selectDesk(snapshot: SnapshotFrom<AgentActor>): DeskState {
  const { agent, offers, tasks, consults, invitations, inviting, selected, listed, failure, obstacle, notifiedAt } =
    snapshot.context;
  const work = { agent, offers, tasks, consults, invitations, inviting, selected, listed };
  return { stage: stageOf(snapshot), ...work, failure, obstacle, notifiedAt };
}

function stageOf(snapshot: SnapshotFrom<AgentActor>): DeskStage {
  if (snapshot.matches('unavailable')) return 'unavailable';
  if (snapshot.matches('signed-out') || snapshot.matches('signing-in')) return 'signed-out';
  if (snapshot.context.agent === null) return 'connecting';
  return snapshot.matches('at-desk') ? 'at-desk' : 'returning';
}
