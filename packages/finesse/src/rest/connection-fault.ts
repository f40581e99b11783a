import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';
import { answers } from '../sentences/answers.ts';

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
    return certificate(
      advice.expiredCertificate(host, code === outOfDate[0] ? answers.expired : answers.tooEarly),
      error,
    );
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return certificate(advice.wrongName(host, namesIn(message)), error);
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('HPE_')) {
    const stated = answers.otherProtocol;
    return new FinesseError('wrong-port', advice.wrongPort(host, stated), { cause: error, stated });
  }
  if (name === 'TimeoutError' || name === 'AbortError') {
    const stated = timeoutMs === undefined ? answers.noAnswer : answers.noAnswerIn(timeoutMs);
    return new FinesseError('timed-out', advice.unreachable(host, stated), { cause: error, stated });
  }
  if (lostCodes.includes(code)) {
    return new FinesseError('connection-lost', answers.brokenOff(host, code), {
      cause: error,
    });
  }
  const stated = code || message;
  return new FinesseError('unreachable', advice.unreachable(host, stated), { cause: error, stated });
}

function certificate(message: string, cause: unknown): FinesseError {
  return new FinesseError('certificate', message, { cause });
}

function namesIn(message: string): string {
  return /^.*altnames?: (.*)$/is.exec(message)?.[1]?.replace(/DNS:/g, '') ?? answers.otherName;
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
