import type { DesiredMedia, MediaEvent } from '@eyeline/machines';
import type { ParticipantId, Source } from '@eyeline/protocol';
import type { Path, PathLink, PathState, RemoteTrack } from '../media/path.ts';
import { FakeTrack } from './fake-stream.ts';

const sources: readonly Source[] = ['microphone', 'camera', 'screen'];

/** A path of which a test says what comes through it. */
export class FakePath implements Path {
  readonly epoch: number;
  readonly heard: MediaEvent[] = [];
  readonly tracks: readonly RemoteTrack[];
  state: PathState = 'connecting';
  /** Whether anything comes; each look finds more of it then. */
  flows = false;
  desired: DesiredMedia;
  isOpen = true;
  readonly #onChange: () => void;
  #count = 0;

  constructor({ desired, onChange }: PathLink, other: ParticipantId) {
    this.epoch = desired.epoch;
    this.desired = desired;
    this.#onChange = onChange;
    this.tracks = sources.map(source => {
      const track = new FakeTrack(source === 'microphone' ? 'audio' : 'video');
      return { participantId: other, source, track: track as unknown as MediaStreamTrack };
    });
  }

  become(state: PathState): void {
    this.state = state;
    this.#onChange();
  }

  follow(desired: DesiredMedia): void {
    if (!this.isOpen) throw new Error('closed');
    this.desired = desired;
  }

  take(event: MediaEvent): void {
    if (!this.isOpen) throw new Error('closed');
    this.heard.push(event);
  }

  async readStats(): Promise<readonly unknown[]> {
    if (this.flows) this.#count += 1;
    const count = { framesDecoded: this.#count, packetsReceived: this.#count };
    return this.tracks.map(({ track }) => ({ type: 'inbound-rtp', trackIdentifier: track.id, ...count }));
  }

  close(): void {
    this.isOpen = false;
  }
}
