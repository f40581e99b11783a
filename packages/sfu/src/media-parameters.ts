import type { MediaParameters } from '@eyeline/protocol';
import type { types } from 'mediasoup';
import { SfuError } from './sfu-error.ts';

// mediasoup checks codecs, encodings and extensions itself and throws; only what it takes on trust is checked here.

const isRtpParameters = (value: MediaParameters): value is MediaParameters & types.RtpParameters => {
  const { codecs } = value;
  return Array.isArray(codecs);
};

const isRtpCapabilities = (value: MediaParameters): value is MediaParameters & types.RtpCapabilities => {
  const { codecs, headerExtensions } = value;
  return Array.isArray(codecs) && Array.isArray(headerExtensions);
};

const roles: readonly unknown[] = ['auto', 'client', 'server'];
/** RFC 8122, section 5: upper-case hexadecimal octets with colons between them. */
const fingerprintLengths: Record<string, number> = {
  'sha-1': 20,
  'sha-224': 28,
  'sha-256': 32,
  'sha-384': 48,
  'sha-512': 64,
};

const isFingerprint = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || !('algorithm' in value) || !('value' in value)) return false;
  const { algorithm, value: octets } = value;
  if (typeof algorithm !== 'string' || typeof octets !== 'string' || !Object.hasOwn(fingerprintLengths, algorithm))
    return false;
  return octets.length === (fingerprintLengths[algorithm] ?? 0) * 3 - 1 && /^[\da-f]{2}(:[\da-f]{2})*$/i.test(octets);
};

const isDtlsParameters = (value: MediaParameters): value is MediaParameters & types.DtlsParameters => {
  const { role, fingerprints } = value;
  return (
    (role === undefined || roles.includes(role)) &&
    Array.isArray(fingerprints) &&
    fingerprints.length > 0 &&
    fingerprints.length <= 8 &&
    fingerprints.every(isFingerprint)
  );
};

const parser =
  <T>(matches: (value: MediaParameters) => value is MediaParameters & T, name: string) =>
  (value: MediaParameters): T => {
    if (!matches(value)) throw new SfuError('invalid-parameters', `not ${name}`);
    return value;
  };

export const rtpParametersOf = parser<types.RtpParameters>(isRtpParameters, 'RTP parameters');
export const rtpCapabilitiesOf = parser<types.RtpCapabilities>(isRtpCapabilities, 'RTP capabilities');
export const dtlsParametersOf = parser<types.DtlsParameters>(isDtlsParameters, 'DTLS parameters');
