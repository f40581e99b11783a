import { type DesiredMedia, noTracks } from '@eyeline/machines';
import { type CallId, defaultQuality, type InteractionId, type ParticipantId } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakePeer, fakeLine } from '../testing/fake-peer.ts';
import { FakeStream, FakeTrack } from '../testing/fake-stream.ts';
import { openP2pPath } from './p2p-path.ts';

const other = 'other' as ParticipantId;
const about = { interactionId: 'i' as InteractionId, callId: 'c' as CallId };

vi.mock('simple-peer/simplepeer.min.js', async () => ({ default: (await import('../testing/fake-peer.ts')).FakePeer }));

beforeEach(() => {
  vi.stubGlobal('MediaStream', FakeStream);
  vi.stubGlobal('MediaStreamTrack', Settled);
});
afterEach(() => vi.unstubAllGlobals());

class Settled extends FakeTrack {
  getSettings() {
    return { height: 1080 };
  }
}

function open(initiator: boolean, send: DesiredMedia['send'] = noTracks) {
  const desired: DesiredMedia = {
    ...{
      epoch: 1,
      path: 'p2p',
      initiator,
      ice: { iceServers: [] },
      shows: false,
      reachable: true,
      quality: defaultQuality,
      send,
    },
    receive: [{ participantId: other, sources: ['camera'] }],
  };
  const sent: object[] = [];
  const connection = {
    open() {},
    close() {},
    listen: () => () => {},
    ask: (command: object) => void sent.push(command),
  };
  const path = openP2pPath({ ...about, desired, connection, onChange: () => {} });
  const peer = FakePeer.made.at(-1);
  if (!peer) throw new Error('no peer');
  const hear = (signal: object, participantId = other) =>
    path.take({ type: 'call.signalled', ...about, epoch: 1, participantId, signal: signal as never });
  return { path, peer, desired, sent, hear };
}

const describe = (type: 'offer' | 'answer') => ({ type, sdp: 'v=0' });

test('the lines of all sources are offered once; tracks are switched on them without another word', async () => {
  const [camera, again, microphone] = [new Settled('video'), new Settled('video'), new Settled('audio')];
  const { path, peer, desired, sent } = open(true, { ...noTracks, camera, microphone });
  const [sound, picture, screen] = peer.lines;
  expect([sound?.told, picture?.told, screen?.told]).toEqual([[microphone.id], [camera.id], []]);
  path.follow(desired);
  path.follow({ ...desired, send: noTracks });
  path.follow({ ...desired, send: { ...noTracks, camera: again, screen: camera } });
  await vi.waitFor(() => expect(picture?.told).toEqual([camera.id, null, again.id]));
  expect([sound?.told, screen?.told]).toEqual([[microphone.id, null], [camera.id]]);
  expect(camera.contentHint).toBe('detail');
  expect(sent).toEqual([]);
});

test('a picture keeps within its bounds, which may change while it is sent', async () => {
  const camera = new Settled('video');
  const { path, peer, desired } = open(true, { ...noTracks, camera });
  const set = peer.lines[1]?.sender.setParameters;
  const bounds = { maxBitrate: 2_500_000, maxFramerate: 30, scaleResolutionDownBy: 1.5 };
  await vi.waitFor(() => expect(set).toHaveBeenLastCalledWith({ encodings: [bounds] }));
  path.follow(desired);
  expect(set).toHaveBeenCalledTimes(1);
  path.follow({ ...desired, quality: { maxHeight: 360, maxFrameRate: 15, maxKbps: 300 } });
  const less = { maxBitrate: 300_000, maxFramerate: 15, scaleResolutionDownBy: 3 };
  await vi.waitFor(() => expect(set).toHaveBeenLastCalledWith({ encodings: [less] }));
});

test('who answers sends and receives on the lines that were offered, and on no others', () => {
  const camera = new Settled('video');
  const { path, peer, hear } = open(false, { ...noTracks, camera });
  peer.lines = (['audio', 'video', 'video', 'video'] as const).map(fakeLine);
  hear(describe('offer'));
  peer.emit('signalingStateChange', 'have-remote-offer');
  expect(peer.lines.map(({ direction }) => direction)).toEqual(['sendrecv', 'sendrecv', 'sendrecv', 'recvonly']);
  expect(peer.lines[1]?.told).toEqual([camera.id]);
  expect(path.tracks.map(({ source, track }) => [source, track.id])).toEqual(
    (['microphone', 'camera', 'screen'] as const).map((source, n) => [source, peer.lines[n]?.receiver.track.id]),
  );
});

test('what is said twice, out of turn, or by somebody else is not listened to', () => {
  const { peer, hear } = open(true);
  const candidate = { type: 'candidate', candidate: { candidate: '1', sdpMid: '0' } };
  hear(candidate);
  hear(describe('answer'), 'third' as ParticipantId);
  hear(describe('offer'));
  hear({ type: 'renegotiate', renegotiate: true });
  hear({ type: 'transceiverRequest', transceiverRequest: { kind: 'video' } });
  hear(describe('answer'));
  hear(describe('answer'));
  expect(peer.signalled.map(({ type }) => type)).toEqual(['candidate', 'answer']);
});

test('the end of the other side throws nothing, and is told from a failure', () => {
  const left = open(true);
  left.peer.emit('error', Object.assign(new Error('data channel'), { code: 'ERR_DATA_CHANNEL' }));
  left.peer.emit('close', undefined);
  expect(left.path.state).toBe('closed');
  const failed = open(true);
  failed.peer.emit('error', Object.assign(new Error('ice'), { code: 'ERR_ICE_CONNECTION_FAILURE' }));
  failed.peer.emit('close', undefined);
  expect(failed.path.state).toBe('failed');
  const broken = open(true);
  broken.peer.emit('signal', { type: 'offer', sdp: 'x'.repeat(50_000) });
  expect(broken.path.state).toBe('failed');
  broken.path.close();
  expect(broken.peer.destroyed).toBe(true);
});

test('what the browser throws at, and what comes by the data channel, does no harm', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { path, peer, hear } = open(true);
  expect(peer.isFlowing).toBe(true);
  hear(describe('answer'));
  hear({ type: 'candidate', candidate: { candidate: 'none', sdpMid: '0' } });
  // Of no line: browsers throw at it too, and it is not handed on.
  hear({ type: 'candidate', candidate: { candidate: '1' } });
  hear({ type: 'candidate', candidate: { candidate: '2', sdpMLineIndex: 0 } });
  expect(peer.signalled.map(({ type }) => type)).toEqual(['answer', 'candidate']);
  expect(path.state).toBe('connected');
});
