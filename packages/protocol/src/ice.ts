import * as v from 'valibot';

/** RTCIceServer of the W3C WebRTC specification. */
export const IceServer = v.object({
  urls: v.union([v.string(), v.array(v.string())]),
  username: v.optional(v.string()),
  credential: v.optional(v.string()),
});
export type IceServer = v.InferOutput<typeof IceServer>;

/** Which ways media may take. `relay`: through a TURN server alone, so that nobody learns the other's address. */
export const IcePolicy = v.picklist(['all', 'relay']);
export type IcePolicy = v.InferOutput<typeof IcePolicy>;

/** With what a browser finds a way to the others (RFC 8445). */
export const Ice = v.object({ iceServers: v.array(IceServer), icePolicy: v.optional(IcePolicy) });
export type Ice = v.InferOutput<typeof Ice>;
