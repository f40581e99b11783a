import { type Call, type HelpedPicture, legOf } from '@eyeline/protocol';
import { Refusal } from '../../people/refusal.ts';

/** @throws Refusal `source-not-allowed` unless somebody in the call shows it */
export function requireShown(call: Call, { participantId, source }: HelpedPicture): void {
  if (legOf(call, participantId)?.sources[source] !== 'on') throw new Refusal('source-not-allowed');
}
