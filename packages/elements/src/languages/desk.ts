import { type DeskLanguage, useDeskLanguage } from '../sentences/use-desk-language.ts';
import { speaker } from './speaker.ts';
import { widgetLanguages } from './widget.ts';

type DeskSentences = Omit<DeskLanguage, 'tag' | 'dir'>;

const desks: Readonly<Record<string, () => Promise<DeskSentences>>> = {
  ar: async () => (await import('./ar/desk.ts')).desk,
  de: async () => (await import('./de/desk.ts')).desk,
  es: async () => (await import('./es/desk.ts')).desk,
  fr: async () => (await import('./fr/desk.ts')).desk,
  he: async () => (await import('./he/desk.ts')).desk,
  it: async () => (await import('./it/desk.ts')).desk,
  ja: async () => (await import('./ja/desk.ts')).desk,
  nl: async () => (await import('./nl/desk.ts')).desk,
  pl: async () => (await import('./pl/desk.ts')).desk,
  pt: async () => (await import('./pt/desk.ts')).desk,
  tr: async () => (await import('./tr/desk.ts')).desk,
};

/** What agents read beside English: the desk's own sentences, and those of the parts that customers see too. */
const deskLanguages = Object.fromEntries(
  Object.entries(widgetLanguages).map(([tag, load]) => [
    tag,
    async (): Promise<DeskLanguage> => {
      const [shared, own] = await Promise.all([load(), desks[tag]?.()]);
      return { ...shared, ...own };
    },
  ]),
);

/** Has agents read the first of the languages that there is; English where there is none. As `speakLanguage` for customers. */
export const speakDeskLanguage = speaker(deskLanguages, language =>
  useDeskLanguage(language ?? { tag: 'en', dir: 'ltr' }),
);
