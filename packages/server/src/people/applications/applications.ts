import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { applicationSentences } from '../../settings/sentences/applications.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import type {
  Application,
  ApplicationStore,
  NewSecret,
  ServiceScope,
} from '../../store/applications/application-store.ts';
import { Refusal } from '../refusal.ts';

const dayMs = 24 * 3_600_000;
const minuteMs = 60_000;
/** Tells a secret apart from others where it is found lying about. */
export const secretPrefix = 'eyeline_';
/** One to go on with while the other is brought to where it is used. */
const liveSecrets = 2;

export interface NewApplication {
  readonly name: string;
  readonly scopes: readonly ServiceScope[];
  /** Null: all. */
  readonly entryPointIds: readonly string[] | null;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const isoOf = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : isoOf(at));

/** The systems that ask over HTTP, and the secrets by which they do. Each secret is shown once; only its hash is kept. */
export class Applications {
  readonly #store: ApplicationStore;
  readonly #now: () => number;

  constructor(store: ApplicationStore, now: () => number = Date.now) {
    this.#store = store;
    this.#now = now;
  }

  /** `days`: how long its first secret counts; null: until it is revoked. */
  async add({ name, scopes, entryPointIds }: NewApplication, days: number | null) {
    const applicationId = randomUUID();
    const { secret, kept } = this.#secret(days);
    await this.#store.add({ applicationId, name, scopes, entryPointIds, createdAt: kept.issuedAt }, kept);
    return { applicationId, secretId: kept.secretId, secret };
  }

  /** @throws Refusal `target-gone` */
  async change(applicationId: string, change: NewApplication): Promise<void> {
    if (!(await this.#store.change({ applicationId, ...change })))
      throw new Refusal('target-gone', applicationSentences.unknown(applicationId));
  }

  async list() {
    return (await this.#store.load()).map(({ createdAt, secrets, ...application }) => ({
      ...application,
      createdAt: isoOf(createdAt),
      secrets: secrets.map(({ secretId, issuedAt, expiresAt, lastUsedAt }) => ({
        secretId,
        issuedAt: isoOf(issuedAt),
        expiresAt: isoOrNull(expiresAt),
        lastUsedAt: isoOrNull(lastUsedAt),
      })),
    }));
  }

  /** It may ask nothing any more. @throws Refusal `target-gone` */
  async remove(applicationId: string): Promise<void> {
    if (!(await this.#store.remove(applicationId)))
      throw new Refusal('target-gone', applicationSentences.unknown(applicationId));
  }

  /** Another secret, beside the one that there is. @throws Refusal `target-gone`, `not-allowed` */
  async addSecret(applicationId: string, days: number | null) {
    const { secret, kept } = this.#secret(days);
    const outcome = await this.#store.addSecret(applicationId, kept, liveSecrets - 1);
    if (outcome === 'no-application') throw new Refusal('target-gone', applicationSentences.unknown(applicationId));
    if (outcome === 'too-many') throw new Refusal('not-allowed', applicationSentences.twoSecrets);
    return { secretId: kept.secretId, secret };
  }

  /** @throws Refusal `target-gone` */
  async removeSecret(applicationId: string, secretId: string): Promise<void> {
    if (!(await this.#store.removeSecret(applicationId, secretId)))
      throw new Refusal('target-gone', applicationSentences.unknownSecret(secretId));
  }

  /**
   * Whose secret it is. `applicationId`: as who it says it is, where it says so.
   * @throws Refusal `token-invalid`, for one that has expired too: nobody learns which there were
   */
  async require(secret: string, applicationId?: string): Promise<Application> {
    const found = secret.startsWith(secretPrefix) ? await this.#store.find(hashOf(secret)) : null;
    const now = this.#now();
    const isGood =
      found &&
      (applicationId === undefined || applicationId === found.application.applicationId) &&
      (found.secret.expiresAt === null || found.secret.expiresAt > now);
    if (!isGood) throw new Refusal('token-invalid', invitationSentences.tokenForeign);
    const { lastUsedAt, secretId } = found.secret;
    if (lastUsedAt === null || lastUsedAt + minuteMs <= now) await this.#store.used(secretId, now);
    return found.application;
  }

  #secret(days: number | null): { readonly secret: string; readonly kept: NewSecret } {
    const secret = secretPrefix + randomBytes(32).toString('base64url');
    const issuedAt = this.#now();
    const expiresAt = days === null ? null : issuedAt + days * dayMs;
    return { secret, kept: { secretId: randomUUID(), hash: hashOf(secret), issuedAt, expiresAt } };
  }
}
