import { useLanguage, type WidgetLanguage } from '../sentences/use-language.ts';
import { speaker } from './speaker.ts';

/** What customers read beside English, by the primary subtag of BCP 47. Each is loaded when somebody wants it. */
export const widgetLanguages: Readonly<Record<string, () => Promise<WidgetLanguage>>> = {
  ar: async () => (await import('./ar/widget.ts')).language,
  de: async () => (await import('./de/widget.ts')).language,
  es: async () => (await import('./es/widget.ts')).language,
  fr: async () => (await import('./fr/widget.ts')).language,
  he: async () => (await import('./he/widget.ts')).language,
  it: async () => (await import('./it/widget.ts')).language,
  ja: async () => (await import('./ja/widget.ts')).language,
  nl: async () => (await import('./nl/widget.ts')).language,
  pl: async () => (await import('./pl/widget.ts')).language,
  pt: async () => (await import('./pt/widget.ts')).language,
  tr: async () => (await import('./tr/widget.ts')).language,
};

/**
 * Has customers read the first of the languages that there is; English where there is none.
 *
 * @param wanted tags of BCP 47, the dearest first
 * @returns the tag of what is spoken; rejects where its sentences cannot be loaded, and everything stays as it was
 */
export const speakLanguage = speaker(widgetLanguages, language => useLanguage(language ?? { tag: 'en', dir: 'ltr' }));
