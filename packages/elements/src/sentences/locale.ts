import { language } from './language.ts';

/** How dates and numbers are written: as on this device where it speaks the language, else as the language does. */
export const locale = (): string =>
  navigator.languages.find(one => `${one}-`.startsWith(`${language.tag}-`)) ?? language.tag;

const commas: Readonly<Record<string, string>> = { ar: '، ', ja: '、' };

/** Stands between the parts of a line. */
export const comma = (): string => commas[language.tag] ?? ', ';

/** A number in digits. */
export const figures = (count: number): string => count.toLocaleString(locale());
