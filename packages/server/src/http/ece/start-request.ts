import * as v from 'valibot';
import { oneOrMany, textual } from './one-or-many.ts';

const Phone = v.object({
  phoneNo: textual(30),
  countryCode: v.optional(textual(6), ''),
  areaCode: v.optional(textual(10), ''),
});

const Contact = v.object({
  firstName: v.optional(textual(80), ''),
  lastName: v.optional(textual(80), ''),
  phone: v.optional(oneOrMany(Phone, 20), []),
  email: v.optional(oneOrMany(v.object({ emailAddress: textual(254) }), 20), []),
  social: v.optional(
    oneOrMany(v.object({ type: v.optional(v.object({ value: textual(40) })), socialId: textual(200) }), 20),
    [],
  ),
});

const Attribute = v.object({
  attribName: textual(64),
  attribValues: v.optional(
    v.object({ attribValue: oneOrMany(v.object({ value: v.optional(textual(500), '') }), 20) }),
    { attribValue: [] },
  ),
});

const Activity = v.object({
  subject: v.optional(textual(255), ''),
  customAttributes: v.optional(v.object({ customAttribute: oneOrMany(Attribute, 30) }), { customAttribute: [] }),
  customer: v.optional(v.object({ contacts: v.optional(v.object({ contact: oneOrMany(Contact, 1) })) }), {}),
});

/** The body of `conversation/start`, as far as it means something here; what else there is, is left aside. */
export const StartBody = v.object({
  entryPointConfiguration: v.object({
    entryPoint: v.object({ id: textual(15) }),
    lastModified: v.object({ date: textual(40) }),
  }),
  activity: v.optional(Activity, {}),
});

/** Who starts a conversation, and with what. */
export interface StartRequest {
  /** ECE's number of the entry point. */
  readonly entryPoint: string;
  readonly lastModified: string;
  readonly subject: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly customer: StartingCustomer;
}

export interface StartingCustomer {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** In digits, with `+` before the country where that is said. */
  readonly phone: string;
  /** The id on a social network, with the network's name before it: `instagram:user`. */
  readonly social: string;
}

export function readStart({ entryPointConfiguration, activity }: v.InferOutput<typeof StartBody>): StartRequest {
  const { entryPoint, lastModified } = entryPointConfiguration;
  const contact = activity.customer.contacts?.contact[0];
  const [phone] = contact?.phone ?? [];
  const [social] = contact?.social ?? [];
  return {
    entryPoint: entryPoint.id,
    lastModified: lastModified.date,
    subject: activity.subject,
    attributes: Object.fromEntries(
      activity.customAttributes.customAttribute.map(({ attribName, attribValues }) => [
        attribName,
        attribValues.attribValue.map(({ value }) => value).join(', '),
      ]),
    ),
    customer: {
      firstName: contact?.firstName ?? '',
      lastName: contact?.lastName ?? '',
      email: contact?.email[0]?.emailAddress ?? '',
      phone: phone ? phoneOf(phone) : '',
      social: social ? `${social.type?.value ?? 'social'}:${social.socialId}` : '',
    },
  };
}

/** Cisco's samples say the whole number in `phoneNo` and its parts again beside it; others leave the area out of it. */
function phoneOf({ phoneNo, countryCode, areaCode }: v.InferOutput<typeof Phone>): string {
  const number = phoneNo.replace(/[^\d+]/g, '');
  if (number.startsWith('+')) return number;
  const area = areaCode.replace(/\D/g, '');
  const country = countryCode.replace(/\D/g, '');
  const national = number.startsWith(area) ? number : `${area}${number}`;
  return country === '' ? national : `+${country}${national}`;
}
