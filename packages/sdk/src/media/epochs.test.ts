import { type DesiredMedia, type MediaReport, noTracks } from '@eyeline/machines';
import { type CallId, defaultQuality, type InteractionId, type ParticipantId } from '@eyeline/protocol';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakePath } from '../testing/fake-path.ts';
import { FakeStream } from '../testing/fake-stream.ts';
import { Epochs } from './epochs.ts';
import type { OpenPath } from './path.ts';

const other = 'other' as ParticipantId;
const interactionId = 'i' as InteractionId;
const callId = 'c' as CallId;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('MediaStream', FakeStream);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const desired = (epoch: number, change: Partial<DesiredMedia> = {}): DesiredMedia => ({
  epoch,
  path: 'p2p',
  initiator: true,
  ice: { iceServers: [] },
  shows: false,
  reachable: true,
  quality: defaultQuality,
  send: noTracks,
  receive: [{ participantId: other, sources: ['camera', 'microphone'] }],
  ...change,
});

const signal = (epoch: number, place = 0) => ({
  type: 'call.signalled' as const,
  ...{ interactionId, callId, epoch, participantId: other },
  signal: { type: 'candidate' as const, candidate: { candidate: `${place}` } },
});

function port(load?: () => Promise<OpenPath>) {
  const paths: FakePath[] = [];
  const reports: MediaReport[] = [];
  const open: OpenPath = link => {
    const path = new FakePath(link, other);
    paths.push(path);
    return path;
  };
  const connection = { open() {}, close() {}, listen: () => () => {}, ask() {} };
  const epochs = new Epochs({
    ...{ interactionId, callId, connection, early: [] },
    load: load ?? (async () => open),
    report: report => reports.push(report),
  });
  const shown = () => reports.findLast(report => report.type === 'remote.changed')?.remotes[0];
  const tracksOf = (what: 'person' | 'screen') => {
    const stream = shown()?.[what];
    return stream instanceof FakeStream ? stream.getTracks() : [];
  };
  const said = () => reports.flatMap(report => ('epoch' in report ? [`${report.type} ${report.epoch}`] : []));
  const openPaths = () => paths.filter(({ isOpen }) => isOpen);
  return { epochs, paths, open, openPaths, reports, shown, tracksOf, said };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('an epoch is made beside the one that is shown, which goes when the new one carries media', async () => {
  const { epochs, paths, openPaths, tracksOf, shown, said } = port();
  epochs.follow(desired(1));
  await pass(100);
  const [first] = paths;
  if (!first) throw new Error('nothing was opened');
  expect(tracksOf('person')).toHaveLength(2);
  first.flows = true;
  await pass(1000);
  expect(said()).toEqual(['path.live 1']);
  const { person } = shown() ?? {};

  epochs.follow(desired(2));
  await pass(1000);
  const [, second] = paths;
  if (!second) throw new Error('nothing was opened');
  expect(openPaths()).toEqual([first, second]);
  expect(tracksOf('person')).toEqual(first.tracks.slice(0, 2).map(({ track }) => track));
  second.flows = true;
  await pass(100);
  expect(said()).toEqual(['path.live 1', 'path.live 2']);
  // The other side may not be that far yet: until then it gets what it got.
  expect(openPaths()).toEqual([first, second]);
  await pass(3000);
  expect(openPaths()).toEqual([second]);
  expect(tracksOf('person')).toEqual(second.tracks.slice(0, 2).map(({ track }) => track));
  // The element that shows it keeps its picture.
  expect(shown()?.person).toBe(person);
  epochs.close();
});

test('what is on its way out sends no more than it may either', async () => {
  const { epochs, paths } = port();
  epochs.follow(desired(1, { send: { ...noTracks, camera: { id: 'mine' } } }));
  await pass(100);
  if (paths[0]) paths[0].flows = true;
  await pass(1000);
  epochs.follow(desired(2, { send: { ...noTracks, camera: { id: 'mine' } } }));
  await pass(100);
  epochs.follow(desired(2));
  expect(paths.map(path => path.desired.send.camera)).toEqual([null, null]);
  epochs.close();
});

test('a path that is dead is not shown, and not waited for', async () => {
  const { epochs, paths, shown, tracksOf, openPaths } = port();
  epochs.follow(desired(1));
  await pass(100);
  if (paths[0]) paths[0].flows = true;
  await pass(1000);
  paths[0]?.become('closed');
  expect(shown()).toEqual({ participantId: other, person: null, screen: null });
  epochs.follow(desired(2));
  await pass(100);
  expect(openPaths()).toEqual([paths[1]]);
  expect(tracksOf('person')).toHaveLength(2);
  epochs.close();
});

test('what is not expected is never shown', async () => {
  const { epochs, paths, tracksOf, shown } = port();
  epochs.follow(desired(1, { receive: [{ participantId: other, sources: ['microphone', 'screen'] }] }));
  await pass(100);
  const [path] = paths;
  const trackOf = (source: string) => path?.tracks.find(one => one.source === source)?.track;
  expect(tracksOf('person')).toEqual([trackOf('microphone')]);
  expect(tracksOf('screen')).toEqual([trackOf('screen')]);
  epochs.follow(desired(1, { receive: [] }));
  expect(shown()).toBeUndefined();
  epochs.follow(desired(1, { receive: [{ participantId: 'third' as ParticipantId, sources: ['camera'] }] }));
  expect(shown()).toMatchObject({ participantId: 'third', person: null });
  epochs.close();
});

test('signals of later epochs are kept until those are desired, of earlier ones forgotten', async () => {
  const { epochs, paths } = port();
  epochs.take(signal(2, 1));
  epochs.follow(desired(2));
  epochs.take(signal(1));
  epochs.take(signal(2, 2));
  epochs.take(signal(3, 3));
  await pass(100);
  epochs.take(signal(2, 4));
  for (let n = 0; n < 1000; n += 1) epochs.take(signal(9, n));
  epochs.follow(desired(9));
  await pass(100);
  expect(paths.map(path => path.heard.length)).toEqual([3, 200]);
  epochs.close();
});

test('code that cannot be loaded is asked for again, and said to be lost meanwhile', async () => {
  let isThere = false;
  const { epochs, paths, open, said } = port(async () => {
    if (!isThere) throw new Error('no network');
    return open;
  });
  epochs.follow(desired(1));
  await pass(12_000);
  expect(said()).toEqual(['path.lost 1']);
  isThere = true;
  await pass(3000);
  expect(paths).toHaveLength(1);
  epochs.close();
});

test('each that came to nothing gives the next one longer, so that a slow machine arrives', async () => {
  const { epochs, paths, said } = port();
  epochs.follow(desired(1));
  await pass(10_500);
  expect(said()).toEqual(['path.lost 1']);
  epochs.follow(desired(2));
  await pass(15_000);
  expect(said()).toEqual(['path.lost 1']);
  const slow = paths.at(-1);
  if (slow) slow.flows = true;
  await pass(1000);
  expect(said()).toEqual(['path.lost 1', 'path.live 2']);
  // From there on as in the beginning.
  if (slow) slow.flows = false;
  await pass(4000);
  epochs.follow(desired(3));
  await pass(10_500);
  expect(said().slice(2)).toEqual(['path.lost 2', 'path.lost 3']);
  epochs.close();
});

test('in whatever order things come, one path is left, the one that is desired; after the end none', async () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('follow' as const), epoch: fc.integer({ min: 0, max: 5 }) }),
    fc.record({ do: fc.constantFrom('flows', 'still', 'failed', 'closed', 'connected'), path: fc.nat(9) }),
    fc.record({ do: fc.constant('signal' as const), epoch: fc.integer({ min: 1, max: 6 }), times: fc.nat(3) }),
    fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(1, 60, 600, 3000, 11_000) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, dies) => {
      const { epochs, paths, openPaths, tracksOf, shown, said } = port();
      let epoch = 0;
      for (const one of steps) {
        if (one.do === 'follow') {
          // The log goes one way; 0: nobody is there for a while.
          epoch = one.epoch === 0 ? epoch : Math.max(epoch, one.epoch);
          epochs.follow(one.epoch === 0 || epoch === 0 ? null : desired(epoch));
        } else if (one.do === 'signal') {
          for (let n = 0; n <= one.times; n += 1) epochs.take(signal(one.epoch));
        } else if (one.do === 'pass') await pass(one.ms);
        else {
          const path = paths[one.path % Math.max(1, paths.length)];
          if (path && one.do === 'flows') path.flows = true;
          else if (path && one.do === 'still') path.flows = false;
          else if (path?.isOpen) path.become(one.do as 'failed' | 'closed' | 'connected');
        }
        expect(openPaths().length).toBeLessThanOrEqual(3);
        for (const path of paths) expect(path.heard.every(event => event.epoch === path.epoch)).toBe(true);
      }
      epochs.follow(desired(7));
      await pass(100);
      const last = paths.at(-1);
      if (!last) throw new Error('nothing was opened');
      last.flows = true;
      await pass(4000);
      expect(openPaths()).toEqual([last]);
      expect(last.epoch).toBe(7);
      expect(said().at(-1)).toBe('path.live 7');
      expect(tracksOf('person')).toEqual(last.tracks.slice(0, 2).map(({ track }) => track));
      if (dies) {
        last.become('failed');
        await pass(1000);
        expect(said().at(-1)).toBe('path.lost 7');
        expect(shown()).toMatchObject({ person: null });
      }
      epochs.close();
      expect(openPaths()).toEqual([]);
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 300 },
  );
});
