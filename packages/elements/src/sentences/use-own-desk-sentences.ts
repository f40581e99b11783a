import type { OwnSentencesByLanguage } from './rewording.ts';
import { rewording } from './rewording.ts';
import { given as desk, useDeskLanguage } from './use-desk-language.ts';
import { rewordBy, spoken, given as widget } from './use-language.ts';

const given = { ...widget, ...desk };

/** What a contact centre says to its agents in its own words, by language. */
export type OwnDeskSentences = OwnSentencesByLanguage<typeof given>;

/** As `useOwnSentences`, with the desk's own sentences too. */
export function useOwnDeskSentences(own: OwnDeskSentences): void {
  rewordBy(rewording(given, own));
  useDeskLanguage(spoken);
}
