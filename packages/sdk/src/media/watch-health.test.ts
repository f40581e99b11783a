import { type DesiredMedia, type MediaReport, noTracks } from '@eyeline/machines';
import type { ParticipantId } from '@eyeline/protocol';
import { defaultQuality } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { watchHealth } from './watch-health.ts';

const anna = 'anna' as ParticipantId;
const desired = (sources: DesiredMedia['receive'][number]['sources']): DesiredMedia => ({
  ...{
    epoch: 2,
    path: 'p2p',
    initiator: true,
    ice: { iceServers: [] },
    shows: false,
    reachable: true,
    quality: defaultQuality,
    send: noTracks,
  },
  receive: [{ participantId: anna, sources }],
});

function startWatch() {
  const reports: MediaReport[] = [];
  let at = 0;
  const seen: { theirs: number | null; own: number | null } = {
    theirs: 90,
    own: 90,
  };
  const counted = { packetsReceived: 0, packetsLost: 0, framesDecoded: 0 };
  const watch = watchHealth(
    report => reports.push(report),
    () => seen,
    () => at,
  );
  /** So many looks, half a second apart. */
  const pass = (looks: number, packets: number, frames: number, lost = 0) => {
    for (let look = 0; look < looks; look += 1) {
      at += 500;
      counted.packetsReceived += packets;
      counted.packetsLost += lost;
      counted.framesDecoded += frames;
      watch.sample(2, [{ type: 'inbound-rtp', ...counted }, null, 'noise', { type: 'outbound-rtp' }]);
    }
  };
  return { watch, pass, seen, last: () => reports.at(-1), reports };
}

test('a picture that stands still is told, and that it moves again, once each', () => {
  const { watch, pass, last, reports } = startWatch();
  watch.follow(desired(['camera', 'microphone']));
  pass(10, 50, 15);
  expect(reports).toEqual([{ type: 'media.health', level: 'good', findings: [] }]);
  pass(8, 25, 0);
  expect(last()).toMatchObject({ level: 'poor', findings: ['frozen'] });
  pass(30, 50, 15);
  expect(last()).toMatchObject({ level: 'good', findings: [] });
});

test('a camera that was switched off is not missed, nor anything of an epoch that is not wanted', () => {
  const { watch, pass, reports } = startWatch();
  watch.follow(desired(['camera', 'microphone']));
  pass(10, 50, 15);
  watch.follow(desired(['microphone']));
  pass(10, 25, 0);
  watch.sample(1, []);
  expect(reports).toHaveLength(1);
});

test('a camera that is switched on again has a moment to come', () => {
  const { watch, pass, reports } = startWatch();
  watch.follow(desired(['microphone']));
  pass(10, 25, 0);
  watch.follow(desired(['camera', 'microphone']));
  pass(2, 25, 0);
  pass(10, 50, 15);
  expect(reports).toHaveLength(1);
});

test('packets that get lost are told', () => {
  const { watch, pass, last } = startWatch();
  watch.follow(desired(['microphone']));
  pass(10, 40, 0, 10);
  expect(last()).toMatchObject({ findings: ['high-loss'] });
});

test('a lens that is covered is told on both sides of it, and that it is open again', () => {
  const { watch, pass, seen, last } = startWatch();
  watch.follow(desired(['camera', 'microphone']));
  seen.theirs = 0;
  pass(8, 50, 15);
  // A call that begins is not held up by it.
  expect(last()).toMatchObject({ findings: [] });
  pass(12, 50, 15);
  expect(last()).toMatchObject({ findings: ['black'] });
  seen.theirs = 90;
  seen.own = 2;
  pass(12, 50, 15);
  expect(last()).toMatchObject({ level: 'good', findings: ['own-black'] });
  seen.own = null;
  pass(14, 50, 15);
  expect(last()).toMatchObject({ findings: [] });
});
