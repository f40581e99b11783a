import { IDENTITY_TOKEN_MAX_LENGTH, toPlainText } from '@eyeline/protocol';
import {
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
  type ProtectedHeaderParameters,
} from 'jose';
import type { Logger } from 'pino';
import { type IdentityConfig, keyAlgorithms } from '../../settings/visitors/identity-config.ts';
import { Refusal } from '../refusal.ts';
import { remoteKeys } from './remote-keys.ts';
import { type VisitorKey, visitorKeys } from './visitor-keys.ts';

/** What the tokens of one site's own server say, after they were checked. */
export class VisitorTokens {
  /** Among whom ids are of one customer each. */
  readonly realm: string;
  /** How long earlier conversations are shown, ms. */
  readonly historyMs: number;
  readonly #options: JWTVerifyOptions;
  readonly #keys: readonly VisitorKey[];
  readonly #remote: JWTVerifyGetKey | undefined;
  readonly #log: Logger;

  /** @throws StartupError where a key is missing, or is none */
  constructor(
    { audience, issuer, keys, jwksUrl, clockSkewMs, historyDays }: IdentityConfig,
    path: string,
    log: Logger,
  ) {
    this.realm = audience;
    this.historyMs = historyDays * 24 * 3_600_000;
    this.#keys = visitorKeys(keys, `${path}.keys`);
    this.#remote = jwksUrl === undefined ? undefined : remoteKeys(jwksUrl);
    this.#log = log;
    this.#options = {
      audience,
      ...(issuer !== undefined && { issuer }),
      clockTolerance: clockSkewMs / 1000,
      requiredClaims: ['sub', 'exp'],
    };
  }

  /** @throws Refusal `identity-…` that says what is wrong with it */
  async verify(token: string, now: number): Promise<JWTPayload> {
    if (token.length > IDENTITY_TOKEN_MAX_LENGTH) throw new Refusal('identity-too-long');
    const { alg = '', kid } = headerOf(token);
    const known = this.#keys.filter(one => one.kid === undefined || kid === undefined || one.kid === kid);
    const fitting = known.filter(one => one.algorithm === alg);
    const remote = keyAlgorithms.some(one => one === alg) ? this.#remote : undefined;
    if (fitting.length === 0 && !remote) {
      const isOfOthers = this.#keys.some(one => one.algorithm === alg);
      throw new Refusal(isOfOthers ? 'identity-invalid' : 'identity-algorithm');
    }
    const options = { ...this.#options, algorithms: [alg], currentDate: new Date(now) };
    let fault: unknown;
    for (const { key } of fitting)
      try {
        return payloadOf(await jwtVerify(token, key, options));
      } catch (error) {
        // Two keys may have no name, so the next one is tried; what is signed well and says something wrong stays wrong.
        fault = error;
        if (!(error instanceof errors.JWSSignatureVerificationFailed)) break;
      }
    const isUndecided = fault === undefined || fault instanceof errors.JWSSignatureVerificationFailed;
    if (remote && isUndecided)
      try {
        return payloadOf(await jwtVerify(token, remote, options));
      } catch (error) {
        fault = error;
      }
    throw this.#refusalOf(fault);
  }

  #refusalOf(fault: unknown): Refusal {
    if (fault instanceof errors.JWTExpired) return new Refusal('identity-expired');
    if (fault instanceof errors.JWTClaimValidationFailed) {
      if (fault.claim === 'nbf') return new Refusal('identity-early');
      return new Refusal(fault.claim === 'aud' || fault.claim === 'iss' ? 'identity-audience' : 'identity-invalid');
    }
    if (fault instanceof errors.JOSEAlgNotAllowed || fault instanceof errors.JOSENotSupported)
      return new Refusal('identity-algorithm');
    // What is wrong with the token has a class of its own; anything else is the way to the keys.
    const isOfToken = fault instanceof errors.JOSEError && fault.code !== 'ERR_JOSE_GENERIC';
    if (isOfToken && !(fault instanceof errors.JWKSTimeout) && !(fault instanceof errors.JWKSInvalid))
      return new Refusal('identity-invalid');
    this.#log.warn({ err: fault }, 'The keys of "identity.jwksUrl" cannot be used.');
    return new Refusal('identity-unchecked');
  }
}

const payloadOf = ({ payload }: { readonly payload: JWTPayload }): JWTPayload => toPlainText(payload);

function headerOf(token: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw new Refusal('identity-invalid');
  }
}
