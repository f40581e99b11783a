import type { TLSSocket } from 'node:tls';
import type { DoctorCode } from '@eyeline/protocol';

/** Why browsers would not believe the other side's certificate, in OpenSSL's or Node's words; null where they do. */
export function certificateErrorOf({ authorized, authorizationError }: TLSSocket): string | null {
  if (authorized) return null;
  // Node's types say that it is an error; it is the code of one.
  const given: unknown = authorizationError;
  if (typeof given === 'string') return given;
  return given instanceof Error && 'code' in given ? String(given.code) : String(given);
}

/** The same as what a person has to do about it. */
export function certificateCode(error: string): DoctorCode {
  if (error === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'certificate-other-name';
  return error === 'CERT_HAS_EXPIRED' || error === 'CERT_NOT_YET_VALID'
    ? 'certificate-expired'
    : 'certificate-untrusted';
}
