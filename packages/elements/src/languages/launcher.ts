import { type LauncherLanguage, useLauncherLanguage } from '../sentences/use-launcher-language.ts';
import { speaker } from './speaker.ts';

const launchers: Readonly<Record<string, () => Promise<LauncherLanguage>>> = {
  ar: async () => (await import('./ar/launcher.ts')).launcher,
  de: async () => (await import('./de/launcher.ts')).launcher,
  es: async () => (await import('./es/launcher.ts')).launcher,
  fr: async () => (await import('./fr/launcher.ts')).launcher,
  he: async () => (await import('./he/launcher.ts')).launcher,
  it: async () => (await import('./it/launcher.ts')).launcher,
  ja: async () => (await import('./ja/launcher.ts')).launcher,
  nl: async () => (await import('./nl/launcher.ts')).launcher,
  pl: async () => (await import('./pl/launcher.ts')).launcher,
  pt: async () => (await import('./pt/launcher.ts')).launcher,
  tr: async () => (await import('./tr/launcher.ts')).launcher,
};

const languages = Object.fromEntries(
  Object.entries(launchers).map(([tag, load]) => [
    tag,
    async () => ({ tag, dir: tag === 'ar' || tag === 'he' ? ('rtl' as const) : ('ltr' as const), ...(await load()) }),
  ]),
);

/** Has what stands in a page before a chat was opened speak the first of the languages that there is. As `speakLanguage`. */
export const speakLauncherLanguage = speaker(languages, language =>
  useLauncherLanguage(language ?? { tag: 'en', dir: 'ltr' }),
);
