/// <reference path="./simple-peer.d.ts" />

import type { DesiredMedia, MediaEvent } from '@eyeline/machines';
import { type ParticipantId, Signal, type Source } from '@eyeline/protocol';
import * as bundle from 'simple-peer/simplepeer.min.js';
import * as v from 'valibot';
import { BoundedSender } from './bounded-sender.ts';
import type { OpenPath, Path, PathLink, PathState, RemoteTrack } from './path.ts';
import { rtcConfigurationOf } from './rtc-configuration.ts';
import { createSignalPost } from './signal-post.ts';
import { withStartBitrate } from './start-bitrate.ts';
import { trackOf } from './track-of.ts';

const Peer = bundle.default ?? globalThis.SimplePeer;

/** What is negotiated, once, in this order: which line carries what is told by its place among those of its kind. */
const lines = [
  ['audio', 'microphone'],
  ['video', 'camera'],
  ['video', 'screen'],
] as const;

interface Line {
  readonly source: Source;
  readonly sender: BoundedSender;
  readonly track: MediaStreamTrack;
}

/** Browser to browser (JSEP, RFC 9429), through the server only for the signals. */
export const openP2pPath: OpenPath = link => new P2pPath(link);

class P2pPath implements Path {
  readonly #link: PathLink;
  readonly #post: ReturnType<typeof createSignalPost>;
  readonly #peer: InstanceType<typeof Peer>;
  readonly #connection: RTCPeerConnection | null;
  #desired: DesiredMedia;
  #lines: readonly Line[] = [];
  /** Whom it is with; the first that is heard. */
  #other: ParticipantId | null = null;
  /** Nothing is negotiated twice, so the second description is a repetition. */
  #isDescribed = false;
  #end: 'failed' | 'closed' | null = null;

  constructor(link: PathLink) {
    const { interactionId, callId, connection, desired } = link;
    const { epoch, initiator, ice } = desired;
    this.#link = link;
    this.#desired = desired;
    this.#post = createSignalPost(connection, { interactionId, callId, epoch });
    this.#peer = new Peer({ initiator, trickle: true, config: rtcConfigurationOf(ice) });
    this.#connection = this.#peer._pc ?? null;
    this.#peer.on('signal', signal => this.#say(signal));
    this.#peer.on('signalingStateChange', state => {
      if (state === 'have-remote-offer') this.#answerLines();
      if (state === 'stable') this.follow(this.#desired);
    });
    // A data channel that breaks off is what remains of a side that closed its connection.
    this.#peer.on('error', ({ code }) => this.#over(code === 'ERR_DATA_CHANNEL' ? 'closed' : 'failed'));
    this.#peer.on('close', () => this.#over('closed'));
    // Its data channel is not used. What the other side sends by it all the same would be kept for who reads it.
    this.#peer.resume();
    if (initiator) this.#offerLines();
  }

  get state(): PathState {
    if (this.#end) return this.#end;
    switch (this.#connection?.connectionState) {
      case 'connected':
        return 'connected';
      case 'disconnected':
        return 'interrupted';
      case 'failed':
        return 'failed';
      default:
        return 'connecting';
    }
  }

  get tracks(): readonly RemoteTrack[] {
    const participantId = this.#other;
    return participantId && this.#isDescribed
      ? this.#lines.map(({ source, track }) => ({ participantId, source, track }))
      : [];
  }

  follow(desired: DesiredMedia): void {
    this.#desired = desired;
    for (const { source, sender } of this.#lines) sender.follow(trackOf(desired, source), desired.quality);
  }

  take(event: MediaEvent): void {
    if (event.type !== 'call.signalled' || this.#peer.destroyed) return;
    const { participantId } = event;
    const read = v.safeParse(Signal, event.signal);
    if (!read.success) return;
    const signal = read.output;
    this.#other ??= participantId;
    if (this.#other !== participantId) return;
    if (signal.type === 'candidate') this.#hand(signal);
    else if (
      'sdp' in signal &&
      signal.type === (this.#link.desired.initiator ? 'answer' : 'offer') &&
      !this.#isDescribed
    ) {
      this.#isDescribed = true;
      this.#hand({ ...signal, sdp: withStartBitrate(signal.sdp) });
      this.#link.onChange();
    }
  }

  async readStats(): Promise<readonly unknown[]> {
    return this.#end || !this.#connection ? [] : [...(await this.#connection.getStats()).values()];
  }

  close(): void {
    this.#end ??= 'closed';
    this.#post.close();
    this.#peer.destroy();
  }

  #offerLines(): void {
    const streams = { person: new MediaStream(), screen: new MediaStream() };
    const made = lines.map(([kind, source]) => {
      const stream = source === 'screen' ? streams.screen : streams.person;
      return this.#connection?.addTransceiver(kind, { direction: 'sendrecv', streams: [stream] });
    });
    this.#know(made);
  }

  /** The other side's offer has made them; the answer that follows says that they go both ways. */
  #answerLines(): void {
    const made = this.#connection?.getTransceivers() ?? [];
    const ofKind = (kind: string) => made.filter(({ receiver }) => receiver.track.kind === kind);
    const [audio, [camera, screen]] = [ofKind('audio'), ofKind('video')];
    const streams = { person: new MediaStream(), screen: new MediaStream() };
    for (const line of [audio[0], camera, screen]) {
      if (!line) continue;
      line.direction = 'sendrecv';
      // Sound and picture of one stream are played in step.
      line.sender.setStreams(line === screen ? streams.screen : streams.person);
    }
    this.#know([audio[0], camera, screen]);
  }

  #know(made: readonly (RTCRtpTransceiver | undefined)[]): void {
    this.#lines = lines.flatMap(([, source], index) => {
      const line = made[index];
      return line ? { source, sender: new BoundedSender(line.sender, source), track: line.receiver.track } : [];
    });
    this.follow(this.#desired);
    this.#link.onChange();
  }

  /** Where the browser throws at what the other side says, that is not to be this side's end. */
  #hand(signal: Signal): void {
    try {
      this.#peer.signal(signal);
    } catch (error) {
      console.warn('eyeline: a signal of the other side is none:', error);
    }
  }

  #say(signal: unknown): void {
    const parsed = v.safeParse(Signal, signal);
    if (parsed.success) this.#post.send(parsed.output);
    else this.#over('failed');
  }

  #over(end: 'failed' | 'closed'): void {
    if (this.#end) return;
    this.#end = end;
    this.#link.onChange();
  }
}
