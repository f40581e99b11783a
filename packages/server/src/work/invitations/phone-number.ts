import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { Refusal } from '../../people/refusal.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';

/**
 * A telephone number as E.164, as people write it. `country`: how one is read that does not begin with its country.
 * @throws Refusal `number-invalid` that names it
 */
export function readNumber(text: string, country?: string): string {
  const known = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const number = parsePhoneNumberFromString(text.trim(), { ...(known && { defaultCountry: known }), extract: false });
  if (!number?.isPossible() || number.ext)
    throw new Refusal('number-invalid', invitationSentences.notANumber(text.trim()));
  return number.number;
}
