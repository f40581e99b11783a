import type {
  ConsumerOptions,
  DtlsParameters,
  MediaParameters,
  RtpCapabilities,
  RtpParameters,
  TransportOptions,
} from '@eyeline/protocol';
import type { types } from 'mediasoup-client';

// mediasoup-client checks the inside of all these itself and throws; here only its types are met.

const isRtpCapabilities = (value: MediaParameters): value is MediaParameters & types.RtpCapabilities => {
  const { codecs, headerExtensions } = value;
  return Array.isArray(codecs) && Array.isArray(headerExtensions);
};
const isRtpParameters = (value: MediaParameters): value is MediaParameters & types.RtpParameters => {
  const { codecs } = value;
  return Array.isArray(codecs);
};
const isIceParameters = (value: MediaParameters): value is MediaParameters & types.IceParameters => {
  const { usernameFragment, password } = value;
  return typeof usernameFragment === 'string' && typeof password === 'string';
};
const isIceCandidate = (value: MediaParameters): value is MediaParameters & types.IceCandidate => {
  const { foundation, port } = value;
  return typeof foundation === 'string' && typeof port === 'number';
};
const isDtlsParameters = (value: MediaParameters): value is MediaParameters & types.DtlsParameters => {
  const { fingerprints } = value;
  return Array.isArray(fingerprints);
};

function met<T>(value: MediaParameters, matches: (value: MediaParameters) => value is MediaParameters & T): T {
  if (!matches(value)) throw new TypeError('media parameters of another form');
  return value;
}

export const capabilitiesOf = (value: MediaParameters): types.RtpCapabilities => met(value, isRtpCapabilities);

export const transportOf = (options: TransportOptions): types.TransportOptions => ({
  id: options.id,
  iceParameters: met(options.iceParameters, isIceParameters),
  iceCandidates: options.iceCandidates.map(candidate => met(candidate, isIceCandidate)),
  dtlsParameters: met(options.dtlsParameters, isDtlsParameters),
});

export const consumerOf = ({ id, producerId, kind, rtpParameters }: ConsumerOptions): types.ConsumerOptions => ({
  id,
  producerId,
  kind,
  rtpParameters: met(rtpParameters, isRtpParameters),
});

// What mediasoup-client says of this browser. Its types allow more than it makes; the server parses every part of it.
export const toWire = {
  rtp: (parameters: types.RtpParameters) => parameters as RtpParameters,
  rtpCapabilities: (capabilities: types.RtpCapabilities) => capabilities as RtpCapabilities,
  dtls: (parameters: types.DtlsParameters) => parameters as DtlsParameters,
};
