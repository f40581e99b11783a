import { type CallId, legOf } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { type Side, startLiveCall } from './testing/start-call.ts';

const running = ({ ports }: Side) => ports.devices.runningSources;
const sent = ({ ports }: Side) =>
  Object.entries(ports.desired?.send ?? {}).flatMap(([source, track]) => (track ? source : []));
const fall = (side: Side, step: 'full' | 'less' | 'voice' | 'chat') =>
  side.ports.openMedia.report({ type: 'media.fallback', step, cause: step === 'full' ? null : 'network' });
const lastSwitch = (side: Side) => side.commands().findLast(({ type }) => type === 'call.switch');

test('L10 a weak connection: less of the picture is sent, then none, the camera goes out and the others are told why', () => {
  const side = startLiveCall();
  const full = side.ports.desired?.quality;
  fall(side, 'less');
  expect(sent(side)).toEqual(['camera', 'microphone']);
  expect(side.ports.desired?.quality.maxHeight).toBeLessThan(full?.maxHeight ?? 0);
  expect(lastSwitch(side)).toBeUndefined();

  fall(side, 'voice');
  expect([sent(side), running(side)]).toEqual([['microphone'], ['microphone']]);
  expect(lastSwitch(side)).toMatchObject({ sources: { camera: 'weak', microphone: 'on' } });
  expect(side.ports.desired?.shows).toBe(true);
  expect(side.state()).toEqual({ active: 'live' });
});

test('it comes back by itself, and the camera is opened without a press', () => {
  const side = startLiveCall();
  fall(side, 'voice');
  fall(side, 'less');
  side.ports.devices.last.give();
  expect(sent(side)).toEqual(['camera', 'microphone']);
  expect(lastSwitch(side)).toMatchObject({ sources: { camera: 'on' } });
  fall(side, 'full');
  expect(side.ports.desired?.quality).toEqual(side.context().escalation.quality);
});

test('a press on the camera tries it at once, and does not switch it off', () => {
  const side = startLiveCall();
  fall(side, 'voice');
  side.send({ type: 'toggle', source: 'camera' });
  side.ports.devices.last.give();
  expect(side.context().wishes.camera).toBe(true);
  expect(sent(side)).toEqual(['camera', 'microphone']);
  expect(side.ports.openMedia.tries).toBe(1);
});

test('a screen that is held back stays open: nobody could show it again without a press', () => {
  const side = startLiveCall();
  side.send({ type: 'toggle', source: 'screen' });
  side.ports.devices.last.give();
  fall(side, 'voice');
  expect([sent(side), running(side)]).toEqual([['microphone'], ['microphone', 'screen']]);
  fall(side, 'less');
  expect(sent(side)).toContain('screen');
});

test('who switched the camera off has nothing held back, and the next call begins with all', () => {
  const side = startLiveCall();
  side.send({ type: 'toggle', source: 'camera' });
  fall(side, 'voice');
  expect(lastSwitch(side)).toMatchObject({ sources: { camera: 'off' } });
  expect(side.ports.desired?.shows).toBe(false);
  side.send({ type: 'hang-up' });
  expect(side.context().fallback.step).toBe('full');
  const { participantId } = side;
  expect(legOf(side.call() as never, participantId)).toBeDefined();
});

test('where not even sound gets through the call ends in the chat: both read why, and may ask for another', () => {
  const side = startLiveCall();
  fall(side, 'voice');
  fall(side, 'chat');
  expect(side.state()).toBe('idle');
  expect(side.commands().at(-1)).toMatchObject({ type: 'call.end', reason: 'failed', cause: 'too-weak' });
  expect(side.context().failure).toMatchObject({ code: 'too-weak' });
  expect(running(side)).toEqual([]);

  for (const [cause, code] of [
    ['too-weak', 'too-weak'],
    ['no-connection', 'no-connection'],
    [undefined, 'connection-lost'],
  ] as const) {
    const other = startLiveCall();
    const { callId } = other.context();
    other.log({ type: 'call.ended', callId: callId as CallId, participantId: null, reason: 'failed', cause });
    expect(other.state()).toBe('idle');
    expect(other.context()).toMatchObject({ ending: 'failed', failure: { code } });
  }
});

test('where both find out at the same moment, both read what the log says of it', () => {
  const side = startLiveCall();
  const { callId } = side.context();
  fall(side, 'voice');
  fall(side, 'chat');
  expect(side.context().failure).toMatchObject({ code: 'too-weak' });
  side.log({
    type: 'call.ended',
    callId: callId as CallId,
    participantId: null,
    reason: 'failed',
    cause: 'connection-lost',
  });
  expect(side.context()).toMatchObject({ ending: 'failed', failure: { code: 'connection-lost' } });
  // It stands until the next try.
  side.send({ type: 'start', picture: 'camera' });
  expect(side.context().failure).toBeNull();
});
