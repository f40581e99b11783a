import * as v from 'valibot';
import {
  IDENTITY_TOKEN_MAX_LENGTH,
  LONGEST_ATTRIBUTE,
  LONGEST_OF_CUSTOMER,
  MOST_ATTRIBUTES,
} from './customer-lengths.ts';

/** How far it is known who a customer is: not at all, by their own word, or by the word of the site's own server. */
export const CustomerLevel = v.picklist(['anonymous', 'claimed', 'verified']);
export type CustomerLevel = v.InferOutput<typeof CustomerLevel>;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const who = {
  id: v.optional(text(LONGEST_OF_CUSTOMER.id)),
  name: v.optional(text(LONGEST_OF_CUSTOMER.name)),
  email: v.optional(text(LONGEST_OF_CUSTOMER.email)),
  phone: v.optional(text(LONGEST_OF_CUSTOMER.phone)),
};

/** What is said of a customer by name. */
export const CustomerAttributes = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)), v.pipe(v.string(), v.maxLength(LONGEST_ATTRIBUTE))),
  v.check(attributes => Object.keys(attributes).length <= MOST_ATTRIBUTES),
);
export type CustomerAttributes = v.InferOutput<typeof CustomerAttributes>;

/** A token of the site's own server. Longer than what is taken, so that whoever sends too long a one is told so. */
export const SignedToken = v.pipe(v.string(), v.maxLength(4 * IDENTITY_TOKEN_MAX_LENGTH));

/** What a page says of who is there. Nothing of it is proven but the token, which the site's own server has signed. */
export const CustomerClaim = v.object({
  ...who,
  token: v.optional(SignedToken),
  attributes: v.optional(CustomerAttributes, {}),
});
export type CustomerClaim = v.InferOutput<typeof CustomerClaim>;

/** A customer as the desk is told of them. */
export const KnownCustomer = v.object({
  ...who,
  level: CustomerLevel,
  /** Among whom the id is one customer's; empty where nobody vouches for ids. */
  realm: v.optional(v.string(), ''),
  /** What the token says besides: as good as the level. */
  details: v.optional(v.record(v.string(), v.string()), {}),
  /** What the page says besides: never proven. */
  attributes: v.optional(v.record(v.string(), v.string()), {}),
});
export type KnownCustomer = v.InferOutput<typeof KnownCustomer>;

/** A token of the site's own server, or how a page gets one: asked when it is needed, and anew when one has expired. */
export type IdentityToken = string | (() => string | Promise<string>);

/** What a page says of who is there: a token proves it, all else is its word. */
export interface CustomerSaid {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly token?: IdentityToken | undefined;
}

/** What a page says besides, by name; null takes it back. */
export type AttributesSaid = Readonly<Record<string, string | number | boolean | null>>;
