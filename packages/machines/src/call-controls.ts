import type { SnapshotFrom } from 'xstate';
import type { callMachine } from './call-machine.ts';
import { type ConversationContext, stageOf } from './conversation-context.ts';

/** What may be pressed now. An element prints this and decides nothing. */
export interface CallControls {
  readonly canStart: boolean;
  readonly canAccept: boolean;
  readonly canDecline: boolean;
  readonly canHangUp: boolean;
  readonly canToggle: boolean;
}

export function selectCallControls(
  call: SnapshotFrom<typeof callMachine>,
  { interaction, entryPoint, online }: ConversationContext,
): CallControls {
  const peer = interaction.participants.find(one => one.role === 'agent');
  const deciding = call.matches({ invited: 'deciding' });
  return {
    canStart: online && call.matches('idle') && stageOf(interaction) === 'talking' && !!peer && !!entryPoint?.video,
    canAccept: online && deciding,
    canDecline: call.matches('invited'),
    canHangUp: !call.matches('idle') && !deciding,
    canToggle: call.matches('proposing') || call.matches('accepting') || call.matches('active'),
  };
}
