import type { Command, InteractionId } from '@eyeline/protocol';

/** What may be about an interaction, itself or the command that it answers. */
export interface Addressed {
  readonly type: string;
  readonly interactionId?: InteractionId;
  readonly command?: Command;
}

/** About which interaction something is; undefined where it is about the whole session. */
export function interactionOf({ interactionId, command }: Addressed): InteractionId | undefined {
  return interactionId ?? (command && 'interactionId' in command ? command.interactionId : undefined);
}
