import type { Interaction } from '@eyeline/protocol';
import { windowWords } from '../parts/opening-words.ts';
import { deskDeferred } from '../sentences/desk-deferred.ts';

/** When to call, on the agent's own clock, and on the customer's where that shows something else. `now` in ms. */
export function callbackWords(
  { from, until, zone }: NonNullable<Interaction['callback']>,
  now: number,
  ownZone?: string,
): { readonly own: string; readonly theirs: string | null } {
  const own = windowWords({ from, until }, now, ownZone);
  const theirs = windowWords({ from, until }, now, zone);
  if (own === theirs) return { own, theirs: null };
  return { own: deskDeferred.yourTime(own), theirs: deskDeferred.inZone(theirs, zone.replaceAll('_', ' ')) };
}
