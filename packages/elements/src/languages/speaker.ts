import { english, fittingLanguage } from './fitting-language.ts';

type Loaders<Language> = Readonly<Record<string, () => Promise<Language>>>;

/**
 * Loads a language when it is wanted, and has it spoken; of two that are wanted one after the other the later one is spoken,
 * whichever comes first.
 */
export function speaker<Language>(loaders: Loaders<Language>, use: (language: Language | null) => void) {
  let last = 0;
  return async (wanted: string | readonly string[]): Promise<string> => {
    const mine = ++last;
    const tag = fittingLanguage([wanted].flat(), Object.keys(loaders));
    const language = tag === english ? null : await loaders[tag]?.();
    if (mine === last && language !== undefined) use(language);
    return tag;
  };
}
