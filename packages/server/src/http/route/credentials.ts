import { secretPrefix } from '../../people/applications/applications.ts';

/** What a request shows of who asks. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'token'; readonly token: string }
  /** `applicationId`: who it says it is, where it says so. */
  | { readonly kind: 'secret'; readonly secret: string; readonly applicationId?: string };

/** Of an application by Basic (RFC 7617: its id and a secret) or Bearer (the secret), of a person by Bearer. */
export function credentialsIn(authorization = ''): Credentials {
  const [, scheme = '', given = ''] = /^(Basic|Bearer) (\S+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'basic') {
    const [, applicationId = '', secret = ''] = /^([^:]*):(.*)$/s.exec(Buffer.from(given, 'base64').toString()) ?? [];
    return { kind: 'secret', applicationId, secret };
  }
  if (given === '') return { kind: 'none' };
  return given.startsWith(secretPrefix) ? { kind: 'secret', secret: given } : { kind: 'token', token: given };
}
