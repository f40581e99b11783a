import type { InteractionId, Wish } from '@eyeline/protocol';

/** What may be about an interaction, itself or the wish that it answers. */
export interface Addressed {
  readonly type: string;
  readonly interactionId?: InteractionId;
  readonly wish?: Wish;
}

/** About which interaction something is; undefined where it is about the whole session. */
export function interactionOf({ interactionId, wish }: Addressed): InteractionId | undefined {
  return interactionId ?? (wish && 'interactionId' in wish ? wish.interactionId : undefined);
}
