import type { DesiredMedia, MediaEvent } from '@eyeline/machines';
import { RemoteProducer } from '@eyeline/protocol';
import * as v from 'valibot';
import type { OpenPath, Path, PathLink, PathState, RemoteTrack } from './path.ts';
import { SfuIncoming } from './sfu-incoming.ts';
import { SfuOutgoing } from './sfu-outgoing.ts';
import { SfuRoom } from './sfu-room.ts';

/** Before what the server refused, or did not hear, is tried again, ms. */
const pause = 1000;

interface Inside {
  readonly room: SfuRoom;
  readonly incoming: SfuIncoming;
  readonly outgoing: SfuOutgoing;
}

/** Through the SFU: one answer of the server carries all that is needed to send and receive. */
export const openSfuPath: OpenPath = link => new SfuPath(link);

class SfuPath implements Path {
  readonly #link: PathLink;
  readonly #early: RemoteProducer[] = [];
  #desired: DesiredMedia;
  #inside: Inside | null = null;
  #isClosed = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(link: PathLink) {
    this.#link = link;
    this.#desired = link.desired;
    void this.#join();
  }

  get state(): PathState {
    if (this.#isClosed) return 'closed';
    if (!this.#inside) return 'connecting';
    const { states } = this.#inside.room;
    if (states.includes('failed') || states.includes('closed')) return 'failed';
    if (states.includes('disconnected')) return 'interrupted';
    return states.includes('connecting') ? 'connecting' : 'connected';
  }

  get tracks(): readonly RemoteTrack[] {
    return this.#inside?.incoming.tracks ?? [];
  }

  follow(desired: DesiredMedia): void {
    this.#desired = desired;
    this.#inside?.incoming.follow(desired);
    this.#inside?.outgoing.follow(desired);
  }

  take(event: MediaEvent): void {
    if (event.type !== 'media.produced') return;
    const { success, output } = v.safeParse(RemoteProducer, event.producer);
    if (!success) return;
    if (this.#inside) this.#inside.incoming.know(output);
    else this.#early.push(output);
  }

  async readStats(): Promise<readonly unknown[]> {
    return (await this.#inside?.room.readStats()) ?? [];
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#inside?.room.close();
  }

  async #join(): Promise<void> {
    const { interactionId, callId, connection, desired, onChange } = this.#link;
    try {
      const room = await SfuRoom.join(connection, { interactionId, callId, epoch: desired.epoch }, desired.ice);
      if (this.#isClosed) return room.close();
      const again = (error: unknown) => this.#again(error, () => this.follow(this.#desired));
      const incoming = new SfuIncoming(room, this.#desired, onChange, again);
      this.#inside = { room, incoming, outgoing: new SfuOutgoing(room, this.#desired, again) };
      room.onState(onChange);
      for (const producer of this.#early) incoming.know(producer);
      this.follow(this.#desired);
    } catch (error) {
      this.#again(error, () => void this.#join());
    }
  }

  #again(error: unknown, work: () => void): void {
    if (this.#isClosed) return;
    console.warn('eyeline: the media server refuses; it is asked again:', error);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(work, pause);
  }
}
