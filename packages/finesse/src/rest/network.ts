import { isIP, type LookupFunction } from 'node:net';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';
import { answers } from '../sentences/answers.ts';

/** How servers are reached and known. Verification cannot be turned off: a private authority is named instead. */
export interface NetworkOptions {
  /** PEM texts of certificate authorities (or of self-signed certificates) to trust beside the public ones. */
  readonly authorities?: readonly string[];
  /** Whether http:// is let through, for laboratories. */
  readonly allowPlainText?: boolean;
  /** Resolves names, where the machine's own resolver must not. */
  readonly lookup?: LookupFunction;
}

/** What Node's TLS is given. */
export interface TlsOptions {
  /** Made once: a list of authorities would be read again for each connection, and be part of each request's key. */
  readonly secureContext: SecureContext;
  readonly rejectUnauthorized: true;
}

const minVersion = 'TLSv1.2';

export function tlsOptions({ authorities = [] }: NetworkOptions): TlsOptions {
  const trusted = authorities.length > 0 ? { ca: [...rootCertificates, ...authorities] } : {};
  return {
    // Said, so that NODE_TLS_REJECT_UNAUTHORIZED in somebody's environment does not switch it off behind our back.
    rejectUnauthorized: true,
    secureContext: createSecureContext({ minVersion, ...trusted }),
  };
}

/**
 * The origin of a server, as it may be asked.
 * @throws {FinesseError} insecure, or certificate when the host is no full name: certificates and JIDs go by it
 */
export function checkOrigin(url: string, { allowPlainText = false }: NetworkOptions = {}): string {
  const target = URL.parse(url);
  if (!target) throw new FinesseError('unreachable', answers.noAddress(url));
  if (target.protocol !== 'https:' && !allowPlainText)
    throw new FinesseError('insecure', advice.plainText(target.host));
  const name = target.hostname.replace(/^\[|\]$/g, '');
  const isFull = name.includes('.') && isIP(name) === 0;
  if (!isFull && !allowPlainText) throw new FinesseError('certificate', advice.notFullName(name));
  return target.origin;
}
