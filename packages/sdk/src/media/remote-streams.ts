import type { Expected } from '@eyeline/machines';
import type { ParticipantId } from '@eyeline/protocol';
import type { RemoteTrack } from './path.ts';

interface Streams {
  readonly person: MediaStream;
  readonly screen: MediaStream;
}

/** As the machines know it, with the browser's own streams. */
export interface RemoteStream {
  readonly participantId: ParticipantId;
  readonly person: MediaStream | null;
  readonly screen: MediaStream | null;
}

/**
 * The streams in which the others are shown. A participant's stay the same when tracks in them change, also when a new path
 * takes over: the element that shows them keeps its picture until there is the next.
 */
export class RemoteStreams {
  readonly #streams = new Map<ParticipantId, Streams>();

  /** Puts into the streams what is expected of these tracks, and takes out all else. */
  show(expected: readonly Expected[], tracks: readonly RemoteTrack[]): readonly RemoteStream[] {
    for (const [participantId, streams] of this.#streams) {
      if (expected.some(one => one.participantId === participantId)) continue;
      for (const stream of Object.values(streams)) fill(stream, []);
      this.#streams.delete(participantId);
    }
    return expected.map(({ participantId, sources }) => {
      const streams = this.#streams.get(participantId) ?? { person: new MediaStream(), screen: new MediaStream() };
      this.#streams.set(participantId, streams);
      const shown = tracks.filter(one => one.participantId === participantId && sources.includes(one.source));
      const only = (isScreen: boolean) =>
        shown.flatMap(one => ((one.source === 'screen') === isScreen ? one.track : []));
      return { participantId, person: fill(streams.person, only(false)), screen: fill(streams.screen, only(true)) };
    });
  }
}

function fill(stream: MediaStream, tracks: readonly MediaStreamTrack[]): MediaStream | null {
  const before = stream.getTracks();
  // In this order: Firefox shows the last frame of a track for ever where another is added before it is taken out.
  for (const track of before) if (!tracks.includes(track)) stream.removeTrack(track);
  for (const track of tracks) if (!before.includes(track)) stream.addTrack(track);
  return tracks.length > 0 ? stream : null;
}
