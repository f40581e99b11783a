import * as v from 'valibot';

const sdp = v.pipe(v.string(), v.maxLength(40_000));

/**
 * What two browsers tell each other to connect peer to peer (JSEP, RFC 9429): a description, a trickled candidate, or
 * simple-peer's requests to renegotiate. The server relays it and looks only at its form.
 */
export const Signal = v.union([
  v.object({ type: v.picklist(['offer', 'answer', 'pranswer', 'rollback']), sdp }),
  v.object({
    type: v.literal('candidate'),
    candidate: v.pipe(
      v.object({
        candidate: v.pipe(v.string(), v.maxLength(2000)),
        sdpMLineIndex: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)))),
        sdpMid: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100)))),
      }),
      // Browsers throw where neither says to which line it belongs.
      v.check(
        ({ sdpMLineIndex, sdpMid }) => (sdpMLineIndex ?? sdpMid ?? null) !== null,
        'a line to which the candidate belongs',
      ),
    ),
  }),
  v.object({ type: v.literal('renegotiate'), renegotiate: v.literal(true) }),
  v.object({
    type: v.literal('transceiverRequest'),
    transceiverRequest: v.object({
      kind: v.picklist(['audio', 'video']),
      init: v.optional(v.record(v.string(), v.unknown())),
    }),
  }),
]);
export type Signal = v.InferOutput<typeof Signal>;
