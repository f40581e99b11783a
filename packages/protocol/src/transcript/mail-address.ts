import * as v from 'valibot';

/** Nothing in it can be taken for another address, a name or a line of a letter's head. */
const shape =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/** Where a letter goes: one address, without a name. */
export const MailAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(254),
  v.regex(shape, 'an address like name@example.com'),
);

export const isMailAddress = (text: string): boolean => v.is(MailAddress, text);

/** As it is shown to others, who need not know it: `a•••@example.com`. */
export const shownAddress = (address: string): string => address.replace(/^(.).*@/u, '$1•••@');
