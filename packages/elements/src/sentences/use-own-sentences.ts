import type { OwnSentencesByLanguage } from './rewording.ts';
import { rewording } from './rewording.ts';
import { given, rewordBy, spoken, useLanguage } from './use-language.ts';

/** What a site says to its customers in its own words, by language: `{ de: { chat: { send: 'Ab damit' } } }`. */
export type OwnWidgetSentences = OwnSentencesByLanguage<typeof given>;

/**
 * Has customers read these sentences instead of the built-in ones, whichever language is spoken, before and after. Those of
 * an earlier call are gone. What cannot be said is left as it was, with a warning in the console.
 */
export function useOwnSentences(own: OwnWidgetSentences): void {
  rewordBy(rewording(given, own));
  useLanguage(spoken);
}
