import type { DtlsParameters, RtpCapabilities, RtpParameters } from '@eyeline/protocol';
import type { types } from 'mediasoup';

// The gateway has parsed these by the protocol's schemas. mediasoup fills in what is missing, in place, so it gets a copy;
// and in the schemas an optional field may be there and undefined, which JSON does not know.
const copyOf = <T>(value: object): T => JSON.parse(JSON.stringify(value));

export const rtpOf = (parameters: RtpParameters) => copyOf<types.RtpParameters>(parameters);
export const rtpCapabilitiesOf = (capabilities: RtpCapabilities) => copyOf<types.RtpCapabilities>(capabilities);
export const dtlsOf = (parameters: DtlsParameters) => copyOf<types.DtlsParameters>(parameters);
