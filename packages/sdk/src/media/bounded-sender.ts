import type { Quality, Source } from '@eyeline/protocol';
import { sendingBounds } from './sending-bounds.ts';

/** One source on its way out: which track, and within which bounds. Tracks are switched without a word to the other side. */
export class BoundedSender {
  readonly #sender: RTCRtpSender;
  readonly #source: Source;
  #asked: MediaStreamTrack | null;
  #bounds = '';

  /** `track`: what it sends already. */
  constructor(sender: RTCRtpSender, source: Source, track: MediaStreamTrack | null = null) {
    this.#sender = sender;
    this.#source = source;
    this.#asked = track;
  }

  follow(track: MediaStreamTrack | null, quality: Quality): void {
    if (track !== this.#asked) void this.#replace(track);
    if (track) void this.#bound(track, quality);
  }

  async #replace(track: MediaStreamTrack | null): Promise<void> {
    this.#asked = track;
    try {
      await this.#sender.replaceTrack(track);
    } catch {
      // It was closed, or the track does not fit. The next time that it is followed tries again.
      if (this.#asked === track) this.#asked = null;
    }
  }

  async #bound(track: MediaStreamTrack, quality: Quality): Promise<void> {
    const bounds = sendingBounds(this.#source, quality, track.getSettings().height);
    const wanted = JSON.stringify(bounds);
    if (!bounds || wanted === this.#bounds) return;
    const parameters = this.#sender.getParameters();
    // Some browsers have none before the connection is negotiated.
    const [encoding] = parameters.encodings;
    if (!encoding) return;
    this.#bounds = wanted;
    Object.assign(encoding, bounds);
    await this.#sender.setParameters(parameters).catch(() => {
      this.#bounds = '';
    });
  }
}
