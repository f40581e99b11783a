import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { type Backoff, pauseAfter } from '../../settings/pace/backoff.ts';

/** How long a site's address of keys may take, and how soon it is asked again for a key that it did not have, ms. */
const jwksPace = { timeoutDuration: 3_000, cooldownDuration: 30_000 };
const backoff: Backoff = { firstMs: 2_000, longestMs: 60_000 };
/** What fails is left alone so long at least, ms. */
const shortestMs = 1_000;

/** Whether the keys came, and only this one was not among them. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;

/**
 * The keys that a site publishes. An address that fails is asked by one at a time and then left alone for longer and longer, however
 * many tokens come that nobody has signed; the keys that it gave before count meanwhile as long as they did.
 */
export function remoteKeys(url: string, now = () => performance.now(), chance = Math.random): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(new URL(url), jwksPace);
  let failures = 0;
  let failed: { readonly fault: unknown; readonly until: number } | undefined;
  return async (header, token) => {
    if (failed && now() < failed.until) {
      const known = remote.fresh ? remote.jwks() : undefined;
      if (!known) throw failed.fault;
      const { fault } = failed;
      return createLocalJWKSet(known)(header, token).catch((error: unknown) => {
        throw error instanceof errors.JWKSNoMatchingKey ? fault : error;
      });
    }
    const before = failures;
    try {
      const key = await remote(header, token);
      failures = 0;
      failed = undefined;
      return key;
    } catch (error) {
      // Those that waited for the same answer count as one.
      if (!isOfToken(error) && failures === before) {
        failures += 1;
        failed = { fault: error, until: now() + shortestMs + pauseAfter(failures, backoff, chance()) };
      }
      throw error;
    }
  };
}
