import * as v from 'valibot';
import { MediaKind } from './vocabulary.ts';

// What a browser tells the SFU of its media, in mediasoup's words: every number, text and list has bounds, and what is not
// named here is left out. Only servers read this; a customer's page does not carry it.

const wholeNumber = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const word = (atMost: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(atMost), v.regex(/^[!-~]+$/));
/** No two of a list may agree in what is taken of them. */
const distinct = <T>(values: (item: T) => readonly unknown[], what: string) =>
  v.check<T[], string>(list => {
    const all = list.flatMap(values).filter(value => value !== undefined);
    return new Set(all).size === all.length;
  }, `${what} that differ`);

const payloadType = wholeNumber(0, 127);
const ssrc = wholeNumber(1, 2 ** 32 - 1);
const mimeType = v.pipe(v.string(), v.maxLength(64), v.regex(/^(audio|video)\/[\w.+-]+$/i));
const clockRate = wholeNumber(8000, 192_000);
const channels = v.optional(wholeNumber(1, 8));
const settings = v.optional(
  v.pipe(
    v.record(
      word(64),
      v.union([
        v.pipe(v.number(), v.finite(), v.minValue(-(2 ** 31)), v.maxValue(2 ** 32)),
        v.pipe(v.string(), v.maxLength(256)),
      ]),
    ),
    v.maxEntries(32),
  ),
);
const rtcpFeedback = v.optional(
  v.pipe(
    v.array(v.object({ type: word(32), parameter: v.optional(v.pipe(v.string(), v.maxLength(32))) })),
    v.maxLength(16),
  ),
);

/** The header extensions that mediasoup knows; others are not negotiated. */
const HeaderExtensionUri = v.picklist([
  'urn:ietf:params:rtp-hdrext:sdes:mid',
  'urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id',
  'urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'urn:ietf:params:rtp-hdrext:toffset',
  'urn:3gpp:video-orientation',
  'urn:mediasoup:params:rtp-hdrext:packet-id',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time',
  'http://www.webrtc.org/experiments/rtp-hdrext/playout-delay',
  'http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
  'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension',
]);
const extensionId = wholeNumber(1, 255);

const RtpEncoding = v.pipe(
  v.object({
    ssrc: v.optional(ssrc),
    rid: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,16}$/))),
    codecPayloadType: v.optional(payloadType),
    rtx: v.optional(v.object({ ssrc })),
    dtx: v.optional(v.boolean()),
    scalabilityMode: v.optional(v.pipe(v.string(), v.regex(/^[LS][1-8]T[1-8](_KEY(_SHIFT)?)?$/))),
    maxBitrate: v.optional(wholeNumber(0, 100_000_000)),
  }),
  v.check(({ ssrc, rid }) => ssrc !== undefined || rid !== undefined, 'an ssrc or a rid'),
);

/** How a track is sent, as mediasoup-client says it of a producer. */
export const RtpParameters = v.object({
  mid: v.optional(word(64)),
  codecs: v.pipe(
    v.array(v.object({ mimeType, payloadType, clockRate, channels, parameters: settings, rtcpFeedback })),
    v.minLength(1),
    v.maxLength(16),
    distinct(({ payloadType }) => [payloadType], 'payload types'),
  ),
  headerExtensions: v.optional(
    v.pipe(
      v.array(
        v.object({
          uri: HeaderExtensionUri,
          id: extensionId,
          encrypt: v.optional(v.boolean()),
          parameters: settings,
        }),
      ),
      v.maxLength(32),
      distinct(({ id }) => [id], 'ids of header extensions'),
    ),
  ),
  encodings: v.pipe(
    v.array(RtpEncoding),
    v.minLength(1),
    v.maxLength(4),
    distinct(({ ssrc, rtx }) => [ssrc, rtx?.ssrc], 'ssrcs'),
    distinct(({ rid }) => [rid], 'rids'),
  ),
  rtcp: v.optional(
    v.object({
      cname: v.optional(v.pipe(v.string(), v.maxLength(255))),
      reducedSize: v.optional(v.boolean()),
    }),
  ),
  msid: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
export type RtpParameters = v.InferOutput<typeof RtpParameters>;

/** What a browser can receive. */
export const RtpCapabilities = v.object({
  codecs: v.pipe(
    v.array(
      v.object({
        kind: MediaKind,
        mimeType,
        preferredPayloadType: payloadType,
        clockRate,
        channels,
        parameters: settings,
        rtcpFeedback,
      }),
    ),
    v.minLength(1),
    v.maxLength(64),
  ),
  headerExtensions: v.pipe(
    v.array(
      v.object({
        kind: MediaKind,
        uri: HeaderExtensionUri,
        preferredId: extensionId,
        preferredEncrypt: v.optional(v.boolean()),
        direction: v.optional(v.picklist(['sendrecv', 'sendonly', 'recvonly', 'inactive'])),
      }),
    ),
    v.maxLength(64),
  ),
});
export type RtpCapabilities = v.InferOutput<typeof RtpCapabilities>;

/** Octets of each algorithm. */
const fingerprintLengths = { 'sha-1': 20, 'sha-224': 28, 'sha-256': 32, 'sha-384': 48, 'sha-512': 64 };

/** By which certificate a browser is known. A fingerprint is hexadecimal octets with colons between them (RFC 8122, section 5). */
export const DtlsParameters = v.object({
  role: v.optional(v.picklist(['auto', 'client', 'server'])),
  fingerprints: v.pipe(
    v.array(
      v.pipe(
        v.object({
          algorithm: v.picklist(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
          value: v.pipe(v.string(), v.maxLength(200), v.regex(/^[\da-f]{2}(:[\da-f]{2})*$/i)),
        }),
        v.check(
          ({ algorithm, value }) => value.length === fingerprintLengths[algorithm] * 3 - 1,
          'a fingerprint as long as its algorithm makes them',
        ),
      ),
    ),
    v.minLength(1),
    v.maxLength(8),
  ),
});
export type DtlsParameters = v.InferOutput<typeof DtlsParameters>;
