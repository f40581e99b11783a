import { type CustomerClaim, CustomerLevel, cutText, type EntryPointId, type KnownCustomer } from '@eyeline/protocol';
import type { JWTPayload } from 'jose';
import type { Logger } from 'pino';
import type { Config, SiteEntryPoint } from '../../settings/config.ts';
import { visitorSentences } from '../../settings/sentences/visitors.ts';
import { Refusal } from '../refusal.ts';
import { VisitorTokens } from './visitor-tokens.ts';

/** So much of what a token says besides is kept. */
const mostDetails = 30;
const longestDetail = 500;
/** What says who it is: by the names of the claims in a token. */
const lengths = { id: 200, name: 80, email: 254, phone: 40 } as const;

type Who = Pick<KnownCustomer, keyof typeof lengths>;

/** Who customers are, as far as their pages say and the site's own server vouches for it. */
export class Visitors {
  readonly #site: VisitorTokens | undefined;
  readonly #byEntryPoint: ReadonlyMap<EntryPointId, VisitorTokens>;
  readonly #now: () => number;

  /** @throws StartupError where a key is missing, or is none */
  constructor({ identity, entryPoints }: Pick<Config, 'identity' | 'entryPoints'>, log: Logger, now = Date.now) {
    this.#now = now;
    this.#site = identity && new VisitorTokens(identity, 'identity', log);
    this.#byEntryPoint = new Map(
      entryPoints.flatMap(({ entryPointId, identity: own }, index) =>
        own ? [[entryPointId, new VisitorTokens(own, `entryPoints.${index}.identity`, log)]] : [],
      ),
    );
  }

  /**
   * A token says who somebody is, and then nothing else does; without one the page's word is a claim. Null: nothing is said.
   * @throws Refusal `identity-…`
   */
  async identify(entryPointId: EntryPointId, claim: CustomerClaim | undefined): Promise<KnownCustomer | null> {
    if (!claim) return null;
    const { token, attributes, ...who } = claim;
    const tokens = this.#byEntryPoint.get(entryPointId) ?? this.#site;
    const realm = tokens?.realm ?? '';
    if (token !== undefined) return { ...(await this.verify(entryPointId, token)), attributes };
    const isClaimed = Object.values(who).some(value => value !== undefined);
    if (!isClaimed && Object.keys(attributes).length === 0) return null;
    return { ...who, level: isClaimed ? 'claimed' : 'anonymous', realm, details: {}, attributes };
  }

  /** How long earlier conversations of who comes through an entry point are shown, ms. */
  historyMs(entryPointId: EntryPointId): number {
    return (this.#byEntryPoint.get(entryPointId) ?? this.#site)?.historyMs ?? 0;
  }

  /** @throws Refusal `identity-…` */
  async verify(entryPointId: EntryPointId, token: string): Promise<KnownCustomer & { readonly id: string }> {
    const tokens = this.#byEntryPoint.get(entryPointId) ?? this.#site;
    if (!tokens) throw new Refusal('identity-invalid', visitorSentences.notConfigured);
    const payload = await tokens.verify(token, this.#now());
    const { id, ...who } = whoIn(payload);
    // An id that is shortened, trimmed or cleaned would be the one of somebody else.
    if (id === undefined || id !== payload.sub || id !== id.trim() || id.includes('\ufffd'))
      throw new Refusal('identity-invalid', visitorSentences.noSubject);
    return { id, ...who, level: 'verified', realm: tokens.realm, details: detailsIn(payload), attributes: {} };
  }
}

const order = CustomerLevel.options;

/** @throws Refusal `identity-required` for who is known less well than the entry point wants */
export function requireLevel({ identityRequired }: SiteEntryPoint, known: KnownCustomer | null): void {
  const level = known?.level ?? 'anonymous';
  if (identityRequired && order.indexOf(level) < order.indexOf(identityRequired))
    throw new Refusal('identity-required');
}

function whoIn({ sub, name, email, phone_number: standard, phone = standard }: JWTPayload): Who {
  const given: Readonly<Record<string, unknown>> = { id: sub, name, email, phone };
  return Object.fromEntries(
    Object.entries(lengths).flatMap(([key, most]) => {
      const value = given[key];
      const text = typeof value === 'string' ? cutText(key === 'id' ? value : value.trim(), most) : '';
      return text === '' ? [] : [[key, text]];
    }),
  );
}

function detailsIn({ attributes }: JWTPayload): Record<string, string> {
  if (typeof attributes !== 'object' || attributes === null) return {};
  const plain = Object.entries(attributes).flatMap(([name, value]): [string, string][] =>
    /^[\w-]{1,64}$/.test(name) && ['string', 'number', 'boolean'].includes(typeof value)
      ? [[name, cutText(String(value), longestDetail)]]
      : [],
  );
  return Object.fromEntries(plain.slice(0, mostDetails));
}
