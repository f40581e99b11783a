import * as v from 'valibot';

/** A text of a structured message, of at most so many UTF-16 code units, in which there is something to read. */
export const contentText = (most: number) => v.pipe(v.string(), v.regex(/\S/, 'a text'), v.maxLength(most));

/** By which an answer names what was chosen; unlike the others in the same message. */
export const ChoiceId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, 'an id of 1 to 40 letters, digits, "-" and "_"'));

/** Where a button may lead. Pages, mail and telephone: nothing that a browser carries out. */
export const LinkUrl = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(
    /^(https:\/\/[^\s\\\p{C}"<>/?#]|mailto:|tel:)[^\s\\\p{C}"<>]+$/iu,
    'an address that begins with https://, mailto: or tel:',
  ),
);
