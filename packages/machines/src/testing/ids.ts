import type { CallId, CommandId, EntryPointId, InteractionId, OfferId, ParticipantId, TaskId } from '@eyeline/protocol';
import type { IdSource } from '../identity.ts';

export const interactionId = 'interaction-1' as InteractionId;
export const customerId = 'customer-1' as ParticipantId;
export const agentParticipantId = 'agent-1' as ParticipantId;
/** Who takes it over. */
export const nextAgentId = 'agent-2' as ParticipantId;
export const entryPointId = 'support' as EntryPointId;
export const taskId = 'task-1' as TaskId;
export const offerId = 'offer-1' as OfferId;
export const callId = (name: string): CallId => name as CallId;
export const commandId = (name: string): CommandId => name.padEnd(16, '-') as CommandId;

/** Ids in the order in which they are asked for, to be told apart by whose they are. */
export function countingIds(owner: string): IdSource {
  let commands = 0;
  let calls = 0;
  return {
    commandId: () => {
      commands += 1;
      return commandId(`${owner}-command-${commands}`);
    },
    callId: () => {
      calls += 1;
      return callId(`${owner}-call-${calls}`);
    },
  };
}
