import * as v from 'valibot';
import { branded } from './brand.ts';
import { ParticipantId } from './ids.ts';
import { MediaKind, Source } from './vocabulary.ts';

const mediaId = v.pipe(v.string(), v.minLength(1), v.maxLength(64));

/** What the SFU tells a browser, which mediasoup-client checks itself: an object of bounded size. The other way: `rtp.ts`. */
export const MediaParameters = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check(value => JSON.stringify(value).length <= 32_000, 'media parameters of at most 32 000 characters'),
);
export type MediaParameters = v.InferOutput<typeof MediaParameters>;

export const TransportId = branded<'TransportId'>(mediaId);
export type TransportId = v.InferOutput<typeof TransportId>;
export const ProducerId = branded<'ProducerId'>(mediaId);
export type ProducerId = v.InferOutput<typeof ProducerId>;
export const ConsumerId = branded<'ConsumerId'>(mediaId);
export type ConsumerId = v.InferOutput<typeof ConsumerId>;

/** One pipe between a browser and the SFU, as mediasoup-client's `createSendTransport` takes it. */
export const TransportOptions = v.object({
  id: TransportId,
  iceParameters: MediaParameters,
  iceCandidates: v.array(MediaParameters),
  dtlsParameters: MediaParameters,
});
export type TransportOptions = v.InferOutput<typeof TransportOptions>;

/** Somebody's track, as it goes into the SFU. */
export const RemoteProducer = v.object({
  producerId: ProducerId,
  participantId: ParticipantId,
  kind: MediaKind,
  source: Source,
});
export type RemoteProducer = v.InferOutput<typeof RemoteProducer>;

/** How the SFU calls a track that somebody sends. */
export const Produced = v.object({ producerId: ProducerId });

/** That track as it comes out to one participant, as mediasoup-client's `consume` takes it. Starts paused. */
export const ConsumerOptions = v.object({
  id: ConsumerId,
  producerId: ProducerId,
  kind: MediaKind,
  rtpParameters: MediaParameters,
});
export type ConsumerOptions = v.InferOutput<typeof ConsumerOptions>;

/** One answer carries all that a browser needs to send and receive in a room. send and receive: the browser's view. */
export const RoomPeer = v.object({
  routerRtpCapabilities: MediaParameters,
  sendTransport: TransportOptions,
  receiveTransport: TransportOptions,
  producers: v.array(RemoteProducer),
});
export type RoomPeer = v.InferOutput<typeof RoomPeer>;
