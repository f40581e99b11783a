/** What a developer reads whose tag is wrong. It stands in the console, so it is English everywhere. */
export const tag = {
  lookAtIt: 'eyeline.js: look at its tag.',
  fault: (written: string, value: string, why: string) => `${written}="${value}" ${why}.`,
  notOneOf: (words: readonly string[]) => `has to be one of ${words.join(', ')}`,
  noColour: 'is no colour that CSS knows. Write one as #3457d5 or rebeccapurple',
  noMode: (wrong: string, modes: readonly string[]) => `has "${wrong}" in it. Write some of ${modes.join(', ')}`,
  noLanguage: 'is no tag of a language. Write one as de or pt-BR',
  noSuch: (written: string, meant: string) => `There is no ${written}. Write ${meant}.`,
};
