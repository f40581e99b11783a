import type { ParticipantId } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeStream, FakeTrack } from '../testing/fake-stream.ts';
import type { RemoteTrack } from './path.ts';
import { RemoteStreams } from './remote-streams.ts';

const participantId = 'anna' as ParticipantId;

/** Firefox shows the last frame of a track for ever where another is added before it is taken out. */
class PlayedStream extends FakeStream {
  most = 0;

  override addTrack(track: FakeTrack): void {
    super.addTrack(track);
    this.most = Math.max(this.most, this.getTracks().filter(({ kind }) => kind === 'video').length);
  }
}

beforeEach(() => void vi.stubGlobal('MediaStream', PlayedStream));
afterEach(() => void vi.unstubAllGlobals());

const camera = (): RemoteTrack => ({
  ...{ participantId, source: 'camera' },
  track: new FakeTrack('video') as unknown as MediaStreamTrack,
});

test('the picture of a new path takes the place of the one before in the same stream, and never stands beside it', () => {
  const streams = new RemoteStreams();
  const expected = [{ participantId, sources: ['camera', 'microphone'] as const }];
  const [one, other] = [camera(), camera()];
  const before = streams.show(expected, [one])[0]?.person;
  const after = streams.show(expected, [other])[0]?.person;
  expect(after).toBe(before);
  expect(after?.getTracks()).toEqual([other.track]);
  expect((after as unknown as PlayedStream).most).toBe(1);
});
