import { type ArrivalLanguage, useArrivalLanguage } from '../sentences/use-arrival-language.ts';
import { speaker } from './speaker.ts';
import { widgetLanguages } from './widget.ts';

type ArrivalSentences = Omit<ArrivalLanguage, 'tag' | 'dir'>;

const arrivals: Readonly<Record<string, () => Promise<ArrivalSentences>>> = {
  ar: async () => (await import('./ar/arrival.ts')).arrival,
  de: async () => (await import('./de/arrival.ts')).arrival,
  es: async () => (await import('./es/arrival.ts')).arrival,
  fr: async () => (await import('./fr/arrival.ts')).arrival,
  he: async () => (await import('./he/arrival.ts')).arrival,
  it: async () => (await import('./it/arrival.ts')).arrival,
  ja: async () => (await import('./ja/arrival.ts')).arrival,
  nl: async () => (await import('./nl/arrival.ts')).arrival,
  pl: async () => (await import('./pl/arrival.ts')).arrival,
  pt: async () => (await import('./pt/arrival.ts')).arrival,
  tr: async () => (await import('./tr/arrival.ts')).arrival,
};

/** What they read who come by a link, beside English. */
const arrivalLanguages = Object.fromEntries(
  Object.entries(widgetLanguages).map(([tag, load]) => [
    tag,
    async (): Promise<ArrivalLanguage> => {
      const [shared, own] = await Promise.all([load(), arrivals[tag]?.()]);
      return { ...shared, ...own };
    },
  ]),
);

/** Has who comes by a link read the first of the languages that there is. As `speakLanguage` for customers. */
export const speakArrivalLanguage = speaker(arrivalLanguages, language =>
  useArrivalLanguage(language ?? { tag: 'en', dir: 'ltr' }),
);
