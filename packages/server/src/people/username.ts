import * as v from 'valibot';

/**
 * The one spelling of a user name: however it was typed, with whatever letters that look the same, it is the same person.
 * Lower case may need to be composed again.
 */
export const normaliseUsername = (given: string): string =>
  given.normalize('NFKC').toLowerCase().normalize('NFKC').trim();

/** For a new account, in its one spelling. */
export const Username = v.pipe(
  v.string(),
  v.transform(normaliseUsername),
  v.regex(/^[\p{L}\p{N}._@-]{1,100}$/u, 'a user name of 1 to 100 letters, digits, ".", "_", "@" and "-"'),
);
