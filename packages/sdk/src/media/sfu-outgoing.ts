import type { DesiredMedia } from '@eyeline/machines';
import { allSources, type Source } from '@eyeline/protocol';
import { BoundedSender } from './bounded-sender.ts';
import type { SfuRoom } from './sfu-room.ts';
import { trackOf } from './track-of.ts';

/**
 * What goes into a room. A source is announced when there is something of it for the first time; from then on its tracks are
 * switched without a word to the server, which knows by the call's log what it lets through.
 */
export class SfuOutgoing {
  readonly #room: SfuRoom;
  readonly #onFailed: (error: unknown) => void;
  readonly #senders = new Map<Source, BoundedSender>();
  readonly #announcing = new Set<Source>();
  #desired: DesiredMedia;

  constructor(room: SfuRoom, desired: DesiredMedia, onFailed: (error: unknown) => void) {
    this.#room = room;
    this.#desired = desired;
    this.#onFailed = onFailed;
  }

  follow(desired: DesiredMedia): void {
    this.#desired = desired;
    // The camera is the first of them: its picture takes longest to come up.
    for (const source of allSources) {
      const track = trackOf(desired, source);
      const sender = this.#senders.get(source);
      if (sender) sender.follow(track, desired.quality);
      else if (track && !this.#announcing.has(source)) void this.#announce(source, track);
    }
  }

  async #announce(source: Source, track: MediaStreamTrack): Promise<void> {
    this.#announcing.add(source);
    try {
      const sender = await this.#room.produce(source, track);
      this.#senders.set(source, new BoundedSender(sender, source, track));
      // Something else may be wanted by now.
      this.follow(this.#desired);
    } catch (error) {
      this.#onFailed(error);
    } finally {
      this.#announcing.delete(source);
    }
  }
}
