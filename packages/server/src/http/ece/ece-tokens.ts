import { createHash, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { KeyedBuckets } from '../../people/limits/keyed-buckets.ts';
import type { EceApplication } from '../../settings/outside/ece-config.ts';
import { readSecret } from '../../settings/read-secret.ts';
import { eceSentences } from '../../settings/sentences/ece.ts';
import { EceError } from './ece-error.ts';

/** Cisco's: a token is good for a day. */
export const tokenSeconds = 86_400;

const algorithm = 'HS256';
const audience = 'ece';
const typ = 'eyeline-ece+jwt';

interface EceTokensOptions {
  readonly key: Uint8Array;
  readonly applications: () => readonly EceApplication[];
  readonly now: () => number;
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Access tokens of applications (RFC 6749, 4.4). They outlive a restart, and end with the secret that they were given for:
 * another secret, or none, and they are worth nothing.
 */
export class EceTokens {
  readonly #options: EceTokensOptions;
  readonly #wrong = new KeyedBuckets({ burst: 20, perMinute: 20 });

  constructor(options: EceTokensOptions) {
    this.#options = options;
  }

  /** `network`: where it is asked from. @throws EceError `401`, `429` after too many that were wrong */
  async give(authorization: string | undefined, network: string) {
    const now = performance.now();
    if (!this.#wrong.has(network, now)) throw new EceError(429, 100, eceSentences.tooManyWrong);
    try {
      return await this.#give(authorization);
    } catch (error) {
      this.#wrong.take(network, now);
      throw error;
    }
  }

  async #give(authorization: string | undefined) {
    const [, encoded] = /^Basic ([\w+/=-]{1,1000})$/i.exec(authorization ?? '') ?? [];
    if (!encoded) throw new EceError(401, 101, eceSentences.onlyBasic);
    const [key = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const application = this.#options.applications().find(one => one.key === key);
    // As long for one that is not there.
    const isSame = timingSafeEqual(hashOf(application ? secretOf(application) : ''), hashOf(rest.join(':')));
    if (!application || !isSame) throw new EceError(401, 102, eceSentences.badClient);
    const now = this.#options.now();
    const access_token = await new SignJWT({ secret: markOf(application) })
      .setProtectedHeader({ alg: algorithm, typ })
      .setAudience(audience)
      .setSubject(key)
      .setIssuedAt(new Date(now))
      .setExpirationTime(new Date(now + tokenSeconds * 1000))
      .sign(this.#options.key);
    return { access_token, expires_in: tokenSeconds, token_type: 'Bearer' };
  }

  /** Whose token it is. @throws EceError `401` */
  async require(authorization: string | undefined): Promise<EceApplication> {
    const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    if (!token) throw new EceError(401, 100, eceSentences.noToken);
    try {
      const currentDate = new Date(this.#options.now());
      const checks = { algorithms: [algorithm], audience, typ, currentDate, requiredClaims: ['exp', 'sub'] };
      const { payload } = await jwtVerify(token, this.#options.key, checks);
      const application = this.#options.applications().find(({ key }) => key === payload.sub);
      if (application && payload['secret'] === markOf(application)) return application;
    } catch {
      // Of all that may be wrong with it nobody needs to know which.
    }
    throw new EceError(401, 103, eceSentences.badToken);
  }
}

const secretOf = ({ key, secret }: EceApplication): string => readSecret(secret, `ece.applications.${key}.secret`);

/** Tells which secret a token was given for, and nothing of it. */
const markOf = (application: EceApplication): string =>
  hashOf(`token\n${secretOf(application)}`)
    .toString('hex')
    .slice(0, 16);

/** @throws StartupError where a secret that the application needs is not there */
export function requireSecrets({ key, secret, callback: { authentication } }: EceApplication): void {
  const path = `ece.applications.${key}`;
  readSecret(secret, `${path}.secret`);
  const at = `${path}.callback.authentication`;
  if (authentication?.type === 'basic') readSecret(authentication.password, `${at}.password`);
  if (authentication?.type === 'oauth2') readSecret(authentication.clientSecret, `${at}.clientSecret`);
}
