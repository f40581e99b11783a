import type { ConsumerOptions, ParticipantId, RoomPeer, RtpCapabilities } from '@eyeline/protocol';
import type { types } from 'mediasoup';
import { Peer } from './peer.ts';
import { everything, type RoomRules } from './room-rules.ts';
import { SfuError } from './sfu-error.ts';

// 600 kbit/s by default: a 720p picture would start blurred and take seconds to clear.
const initialAvailableOutgoingBitrate = 1_000_000;

/** Where the media of one conversation meets: a router and a peer for each participant. */
export class MediaRoom {
  readonly #router: types.Router;
  readonly #server: types.WebRtcServer;
  readonly #peers = new Map<ParticipantId, Peer>();
  /** Joins under way, the latest for each participant: whoever joins again or leaves meanwhile outdates the earlier one. */
  readonly #joining = new Map<ParticipantId, symbol>();
  #rules = everything;

  constructor(router: types.Router, server: types.WebRtcServer) {
    this.#router = router;
    this.#server = server;
  }

  get closed(): boolean {
    return this.#router.closed;
  }

  get empty(): boolean {
    return this.#peers.size === 0 && this.#joining.size === 0;
  }

  get peers(): readonly Peer[] {
    return [...this.#peers.values()];
  }

  /** Joining again gives a new peer and closes the old one: the page was reloaded. */
  async join(participantId: ParticipantId): Promise<RoomPeer> {
    const join = Symbol(participantId);
    this.#joining.set(participantId, join);
    const transports = await Promise.all([this.#openTransport(), this.#openTransport()]).catch(error => {
      if (this.#joining.get(participantId) === join) this.#joining.delete(participantId);
      throw this.closed ? new SfuError('no-room') : error;
    });
    const peer = new Peer(participantId, this.#rules, ...transports);
    if (this.#joining.get(participantId) !== join) {
      peer.close();
      throw new SfuError(this.closed ? 'no-room' : 'outdated-join');
    }
    this.#joining.delete(participantId);
    this.#peers.get(participantId)?.close();
    this.#peers.set(participantId, peer);
    return {
      routerRtpCapabilities: this.#router.rtpCapabilities,
      ...peer.transports(),
      producers: this.peers.filter(other => other !== peer).flatMap(other => other.producers()),
    };
  }

  peer(participantId: ParticipantId): Peer {
    const peer = this.#peers.get(participantId);
    if (!peer) throw new SfuError('no-peer');
    return peer;
  }

  async consume(participantId: ParticipantId, id: string, capabilities: RtpCapabilities): Promise<ConsumerOptions> {
    const peer = this.peer(participantId);
    const producer = this.peers.flatMap(other => other.producers()).find(({ producerId }) => producerId === id);
    if (!producer) throw new SfuError('no-producer');
    if (producer.participantId === participantId) throw new SfuError('own-producer');
    return await peer.consume(this.#router, producer, capabilities);
  }

  /** From now on these rules hold, also for what is there; who is not in it any more is out. */
  restrict(rules: RoomRules): void {
    this.#rules = rules;
    for (const peer of this.peers) {
      if (rules.isIn(peer.participantId)) peer.restrict(rules);
      else this.leave(peer.participantId);
    }
  }

  leave(participantId: ParticipantId): void {
    this.#joining.delete(participantId);
    this.#peers.get(participantId)?.close();
    this.#peers.delete(participantId);
  }

  close(): void {
    this.#joining.clear();
    this.#peers.clear();
    this.#router.close();
  }

  #openTransport(): Promise<types.WebRtcTransport> {
    return this.#router.createWebRtcTransport({
      webRtcServer: this.#server,
      preferUdp: true,
      initialAvailableOutgoingBitrate,
    });
  }
}
