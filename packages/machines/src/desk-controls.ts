import type { SnapshotFrom } from 'xstate';
import type { AgentIntent } from './agent-event.ts';
import type { agentMachine } from './agent-machine.ts';

/**
 * May this be pressed at the desk now? The machine's own guards answer, so that what a button shows and what its press does are
 * one decision: not while the connection is away, nor while something about the same offer, task or state is pending.
 */
export const canDo = (desk: SnapshotFrom<typeof agentMachine>, intent: AgentIntent): boolean => desk.can(intent);
