import type { ConsumerOptions, ParticipantId, RoomSeat, RtpCapabilities } from '@eyeline/protocol';
import type { types } from 'mediasoup';
import { Seat } from './seat.ts';
import { SfuError } from './sfu-error.ts';

// 600 kbit/s by default: a 720p picture would start blurred and take seconds to clear.
const initialAvailableOutgoingBitrate = 1_000_000;

/** Where the media of one conversation meets: a router and a seat for each participant. */
export class MediaRoom {
  readonly #router: types.Router;
  readonly #server: types.WebRtcServer;
  readonly #seats = new Map<ParticipantId, Seat>();
  /** Joins under way, the latest for each participant: whoever joins again or leaves meanwhile outdates the earlier one. */
  readonly #joining = new Map<ParticipantId, symbol>();

  constructor(router: types.Router, server: types.WebRtcServer) {
    this.#router = router;
    this.#server = server;
  }

  get closed(): boolean {
    return this.#router.closed;
  }

  get empty(): boolean {
    return this.#seats.size === 0 && this.#joining.size === 0;
  }

  get seats(): readonly Seat[] {
    return [...this.#seats.values()];
  }

  /** Joining again gives a new seat and closes the old one: the page was reloaded. */
  async join(participantId: ParticipantId): Promise<RoomSeat> {
    const join = Symbol(participantId);
    this.#joining.set(participantId, join);
    const transports = await Promise.all([this.#openTransport(), this.#openTransport()]).catch(error => {
      if (this.#joining.get(participantId) === join) this.#joining.delete(participantId);
      throw this.closed ? new SfuError('no-room') : error;
    });
    const seat = new Seat(participantId, ...transports);
    if (this.#joining.get(participantId) !== join) {
      seat.close();
      throw new SfuError(this.closed ? 'no-room' : 'outdated-join');
    }
    this.#joining.delete(participantId);
    this.#seats.get(participantId)?.close();
    this.#seats.set(participantId, seat);
    return {
      routerRtpCapabilities: this.#router.rtpCapabilities,
      ...seat.transports(),
      producers: this.seats.filter(other => other !== seat).flatMap(other => other.producers()),
    };
  }

  seat(participantId: ParticipantId): Seat {
    const seat = this.#seats.get(participantId);
    if (!seat) throw new SfuError('no-seat');
    return seat;
  }

  async consume(participantId: ParticipantId, id: string, capabilities: RtpCapabilities): Promise<ConsumerOptions> {
    const seat = this.seat(participantId);
    const owner = this.seats.find(other => other.producers().some(({ producerId }) => producerId === id));
    if (!owner) throw new SfuError('no-producer');
    if (owner === seat) throw new SfuError('own-producer');
    return await seat.consume(this.#router, id, capabilities);
  }

  leave(participantId: ParticipantId): void {
    this.#joining.delete(participantId);
    this.#seats.get(participantId)?.close();
    this.#seats.delete(participantId);
  }

  close(): void {
    this.#joining.clear();
    this.#seats.clear();
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
