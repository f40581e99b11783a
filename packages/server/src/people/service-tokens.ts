import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { invitationSentences } from '../settings/sentences/invitations.ts';
import type { ServiceScope, ServiceToken, Store } from '../store/store.ts';
import { Refusal } from './refusal.ts';

const dayMs = 24 * 3_600_000;
/** Tells it apart from others where it is found lying about. */
const prefix = 'eyeline_';
const sentences = invitationSentences.tokens;

type TokenStore = Pick<Store, 'addServiceToken' | 'loadServiceTokens' | 'findServiceToken' | 'revokeServiceToken'>;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const isoOf = (instant: number): string => new Date(instant).toISOString();

/** The tokens by which other systems ask over HTTP. Each is shown once; only its hash is kept. */
export class ServiceTokens {
  readonly #store: TokenStore;
  readonly #now: () => number;

  constructor(store: TokenStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /** `days`: how long it counts; null: until it is revoked. */
  async add(name: string, scope: ServiceScope, days: number | null) {
    const token = prefix + randomBytes(32).toString('base64url');
    const issuedAt = this.#now();
    const expiresAt = days === null ? null : issuedAt + days * dayMs;
    const record: ServiceToken = { tokenId: randomUUID(), name, scope, issuedAt, expiresAt };
    await this.#store.addServiceToken(record, hashOf(token));
    return { tokenId: record.tokenId, token };
  }

  async list() {
    return (await this.#store.loadServiceTokens()).map(({ issuedAt, expiresAt, ...rest }) => ({
      ...rest,
      issuedAt: isoOf(issuedAt),
      expiresAt: expiresAt === null ? null : isoOf(expiresAt),
    }));
  }

  /** @throws Refusal `target-gone` */
  async revoke(tokenId: string): Promise<void> {
    if (!(await this.#store.revokeServiceToken(tokenId))) throw new Refusal('target-gone', sentences.unknown(tokenId));
  }

  /** @throws Refusal `token-invalid`, for one that has expired too: nobody learns which there were */
  async require(token: string, scopes: readonly ServiceScope[]): Promise<ServiceToken> {
    const found = token.startsWith(prefix) ? await this.#store.findServiceToken(hashOf(token)) : null;
    const isGood = found && scopes.includes(found.scope) && (found.expiresAt === null || found.expiresAt > this.#now());
    if (!found || !isGood) throw new Refusal('token-invalid', invitationSentences.tokenForeign);
    return found;
  }
}
