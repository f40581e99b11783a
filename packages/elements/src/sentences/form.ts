import { figures } from './locale.ts';

/** Forms, and what is wrong with what was filled in. */
export const form = {
  optional: '(optional)',
  chooseOne: 'Choose one',
  choose: 'Choose one of the list.',
  fillIn: (label: string) => `Fill in “${label}”.`,
  tooLong: (most: number) => `Use at most ${figures(most)} characters.`,
  email: 'Write the address like name@example.com.',
  phone: 'Write the number with its digits, like +1 555 0100.',
};

export type FormSentences = typeof form;
