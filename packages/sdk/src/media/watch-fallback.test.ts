import { type DesiredMedia, type MediaReport, noTracks } from '@eyeline/machines';
import { defaultQuality, type ParticipantId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { watchFallback } from './watch-fallback.ts';

const desired = (epoch: number): DesiredMedia => ({
  ...{ epoch, path: 'sfu', initiator: true, ice: { iceServers: [] }, shows: true, reachable: true },
  ...{ quality: defaultQuality, send: noTracks },
  receive: [{ participantId: 'anna' as ParticipantId, sources: ['camera', 'microphone'] }],
});

/** A call with sound and pictures both ways, of whose packets a share is lost; looked at each second. */
function startCall() {
  const steps: string[] = [];
  const report = (said: MediaReport) => said.type === 'media.fallback' && steps.push(said.step);
  let [at, epoch, isDead] = [0, 1, false];
  const watch = watchFallback(report, () => at);
  watch.follow(desired(epoch));
  const zero = { received: 0, lost: 0, sent: 0, sentLost: 0 };
  let counted = { audio: zero, video: zero };
  const count = (kind: 'audio' | 'video', packets: number, share: number) => {
    const { received, lost, sent, sentLost } = counted[kind];
    counted[kind] = {
      ...{ received: received + packets * (1 - share), lost: lost + packets * share },
      ...{ sent: sent + packets, sentLost: sentLost + packets * share },
    };
  };
  /** Pictures that are not sent any more are not counted any more either. */
  const stats = () =>
    (steps.at(-1) === 'voice' ? (['audio'] as const) : (['audio', 'video'] as const)).flatMap(kind => {
      const { received, lost, sent, sentLost } = counted[kind];
      return [
        { type: 'inbound-rtp', kind, packetsReceived: received, packetsLost: lost },
        { type: 'outbound-rtp', kind, packetsSent: sent },
        { type: 'remote-inbound-rtp', kind, packetsLost: sentLost },
      ];
    });
  const pass = (seconds: number, share: number) => {
    for (let n = 0; n < seconds; n += 1) {
      at += 1000;
      if (!isDead)
        for (const [kind, packets] of [
          ['audio', 50],
          ['video', 200],
        ] as const)
          count(kind, packets, share);
      watch.sample(epoch, isDead ? [] : stats());
    }
  };
  return {
    steps,
    pass,
    die: () => {
      isDead = true;
    },
    beginAnew: () => {
      epoch += 1;
      [counted, isDead] = [{ audio: zero, video: zero }, false];
      watch.follow(desired(epoch));
    },
  };
}

test('a path that loses three quarters: the pictures go, and as that does not help the call, within 40 s of the beginning', () => {
  const call = startCall();
  call.pass(60, 0);
  call.pass(30, 0.75);
  expect(call.steps).toEqual(['less', 'voice']);
  call.pass(10, 0.75);
  expect(call.steps).toEqual(['less', 'voice', 'chat']);
});

test('also where the path breaks of it, and others in its place', () => {
  const call = startCall();
  call.pass(60, 0);
  call.pass(12, 0.75);
  for (let n = 0; n < 2; n += 1) {
    call.die();
    call.pass(4, 0.75);
    call.beginAnew();
    call.pass(5, 0.75);
  }
  call.die();
  call.pass(10, 0.75);
  expect(call.steps.at(-1)).toBe('chat');
});

test('what is lost no more ends no call', () => {
  const call = startCall();
  call.pass(25, 0.75);
  call.pass(300, 0);
  expect(call.steps).toEqual(['less', 'voice', 'less', 'full']);
});
