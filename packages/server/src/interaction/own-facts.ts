import type { Fact } from '@eyeline/protocol';
import type { InteractionLog } from './interaction-log.ts';
import type { Request } from './request.ts';

/**
 * Whether the one who asks has done this in an interaction, as its log tells for ever. Only looked for where that is seldom:
 * it goes through the whole log.
 */
export function hasDone(log: InteractionLog | undefined, { caller }: Request, isIt: (fact: Fact) => boolean): boolean {
  const participantId = caller.identity?.participantId;
  if (!log || participantId === undefined) return false;
  return log.storedAfter(0).some(fact => 'participantId' in fact && fact.participantId === participantId && isIt(fact));
}
