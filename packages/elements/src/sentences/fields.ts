/** What is wrong with fields that only some forms have. */
export const fields = {
  number: 'Write a number, as 12 or 1.5.',
  date: 'Choose a day.',
  least: (least: string) => `Not less than ${least}.`,
  most: (most: string) => `Not more than ${most}.`,
  first: (day: string) => `Not before ${day}.`,
  last: (day: string) => `Not after ${day}.`,
  pattern: 'Check how this is written.',
  tick: 'Tick this to go on.',
  chooseSome: 'Choose at least one of these.',
};

export type FieldsSentences = typeof fields;
