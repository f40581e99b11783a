import { arrival } from './arrival.ts';
import { catalogues, type Given } from './catalogues.ts';
import { useLanguage, type WidgetLanguage } from './use-language.ts';

/** What they read who come by a link, beside what customers do. */
export const given = { arrival };
const fill = catalogues(given);

/** A language for who comes by a link: the own sentences of that page, and those of the widget that is the page afterwards. */
export interface ArrivalLanguage extends WidgetLanguage, Given<typeof given> {}

/** Has people read another language from now on, also where they come by a link. */
export function useArrivalLanguage(language: ArrivalLanguage): void {
  fill(language);
  useLanguage(language);
}
