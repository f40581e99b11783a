import type { EntryPointStanding } from '@eyeline/protocol';
import { isolate } from '../parts/isolated.ts';
import { openingWords } from '../parts/opening-words.ts';
import { launcher } from '../sentences/launcher.ts';

/** What becomes of the round button while it is closed: it is not there, or says when it opens. */
export const closedChoices = ['hide', 'say'] as const;
export type WhenClosed = (typeof closedChoices)[number];

/** As it is written in an attribute; null: it stays as it is. */
export const whenClosedOf = (written: string | null | undefined): WhenClosed | null =>
  closedChoices.find(one => one === written) ?? null;

/** Why it is closed, and when it opens, on the visitor's own clock. `zone`: another than the device's. */
export function closedWords(
  { holiday, opensAt }: Pick<EntryPointStanding, 'holiday' | 'opensAt'>,
  now: number,
  zone?: string,
): string {
  const why = holiday ? launcher.closedFor(isolate(holiday)) : launcher.closed;
  return opensAt === null ? why : `${why} ${launcher.opens(openingWords(opensAt, now, zone))}`;
}
