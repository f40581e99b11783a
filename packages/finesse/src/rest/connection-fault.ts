import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';

const unknownAuthority = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
];
// After these nobody knows whether a request was carried out.
const lostCodes = ['ECONNRESET', 'EPIPE', 'ECONNABORTED'];
const outOfDate = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

/** Says in one sentence why a server could not be spoken to. */
export function connectionFault(error: unknown, host: string, timeoutMs?: number): FinesseError {
  if (error instanceof FinesseError) return error;
  const { code, name, message } = described(error);
  if (unknownAuthority.includes(code)) return certificate(advice.unknownAuthority(host), error);
  if (outOfDate.includes(code)) {
    return certificate(advice.expiredCertificate(host, code === outOfDate[0] ? ' (expired)' : ' (too early)'), error);
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return certificate(advice.wrongName(host, namesIn(message)), error);
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('HPE_')) {
    return new FinesseError('wrong-port', advice.wrongPort(host, 'it speaks another protocol'), { cause: error });
  }
  if (name === 'TimeoutError' || name === 'AbortError') {
    const stated = timeoutMs === undefined ? 'no answer' : `no answer in ${timeoutMs} ms`;
    return new FinesseError('timed-out', advice.unreachable(host, stated), { cause: error });
  }
  if (lostCodes.includes(code)) {
    return new FinesseError(
      'connection-lost',
      `${host} broke the connection off (${code}): it may have been done or not.`,
      {
        cause: error,
      },
    );
  }
  return new FinesseError('unreachable', advice.unreachable(host, code || message), { cause: error });
}

function certificate(message: string, cause: unknown): FinesseError {
  return new FinesseError('certificate', message, { cause });
}

function namesIn(message: string): string {
  return /^.*altnames?: (.*)$/is.exec(message)?.[1]?.replace(/DNS:/g, '') ?? 'another name';
}

function described(error: unknown): { code: string; name: string; message: string } {
  if (!(error instanceof Error)) return { code: '', name: '', message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // Several addresses were tried: the first that failed says why.
  if (error instanceof AggregateError && error.errors.length > 0) {
    const first = described(error.errors[0]);
    return { ...first, code: first.code || code };
  }
  const { cause, name } = error;
  if (cause instanceof Error && name === 'AbortError') return { code, name: cause.name, message: cause.message };
  return { code, name, message: error.message };
}
