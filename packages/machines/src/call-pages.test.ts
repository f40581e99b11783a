import { failure } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agentParticipantId, customerId, interactionId } from './testing/ids.ts';
import {
  accepted,
  ended,
  held,
  ours,
  proposed,
  renewed,
  signal,
  startCall,
  startLiveCall,
  switched,
  theirs,
} from './testing/start-call.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const moved = { type: 'call.moved', interactionId, callId: ours } as const;
const inCall = [proposed(agentParticipantId, theirs), accepted(customerId, theirs)];

describe('a page that is reloaded in mid-call', () => {
  test('comes back by itself, with what the log says was switched on, before anything is asked of the person', () => {
    const side = startCall('customer', [...inCall, switched(customerId, theirs, { camera: 'off' })]);
    expect(side.state()).toBe('returning');
    expect(side.commands()).toMatchObject([{ type: 'call.rejoin', callId: theirs, takeOver: false }]);
    // What is said of the media meanwhile is not lost.
    side.send(signal(theirs, 2));
    side.log(renewed(theirs, 2, customerId), switched(customerId, theirs, { camera: 'off' }));
    side.carryOut('call.rejoin');
    expect(side.ports.devices.last.request).toMatchObject({ sources: ['microphone'], quietly: true });
    side.ports.devices.last.give();
    expect(side.state()).toEqual({ active: 'connecting' });
    expect(side.ports.desired).toMatchObject({ epoch: 2, initiator: false });
    expect(side.ports.openMedia.received).toHaveLength(1);
    expect(side.types()).toEqual(['call.rejoin']);
  });

  test('the answer before the fact, and the fact before the answer: the same', () => {
    for (const isAnswerFirst of [true, false]) {
      const side = startCall('customer', inCall);
      if (isAnswerFirst) side.carryOut('call.rejoin');
      side.log(renewed(theirs, 2, customerId));
      if (!isAnswerFirst) side.carryOut('call.rejoin');
      expect(side.state()).toEqual({ active: 'connecting' });
      expect(side.ports.desired?.epoch).toBe(2);
      expect(side.ports.desired?.ice.iceServers).toHaveLength(1);
    }
  });

  test('and may open nothing without a press: it is in the call, says so to the others, and a press heals it', () => {
    const side = startCall('customer', inCall);
    side.carryOut('call.rejoin');
    side.log(renewed(theirs, 2, customerId));
    side.ports.devices.last.refuse('press-needed');
    expect(side.state()).toEqual({ active: 'connecting' });
    expect(side.context().failures).toMatchObject({ camera: { code: 'press-needed' } });
    expect(side.commands().at(-1)).toMatchObject({
      type: 'call.switch',
      sources: { camera: 'missing', microphone: 'missing' },
    });
    side.send({ type: 'toggle', source: 'camera' });
    expect(side.ports.devices.last.request.quietly).toBe(false);
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toContain('camera');
  });

  test('on hold: comes back and opens nothing until it is taken off hold', () => {
    const side = startCall('customer', [...inCall, held(theirs, true)]);
    side.carryOut('call.rejoin');
    side.log(renewed(theirs, 2, customerId));
    expect(side.ports.devices.captures).toEqual([]);
    side.log(held(theirs, false));
    expect(side.ports.devices.last.request.sources).toEqual(['camera', 'microphone']);
  });

  test('while its proposal rings goes on ringing, with the camera of before', () => {
    const side = startCall('customer', [proposed(customerId, ours)]);
    side.carryOut('call.rejoin');
    expect(side.state()).toEqual({ proposing: 'ringing' });
    expect(side.ports.devices.last.request).toMatchObject({ sources: ['camera', 'microphone'], quietly: true });
    side.ports.devices.last.give();
    side.log(accepted(agentParticipantId, ours));
    expect(side.state()).toEqual({ active: 'connecting' });
    expect(side.types()).toEqual(['call.rejoin']);
  });

  test('while it is asked is still asked', () => {
    const side = startCall('customer', [proposed(agentParticipantId, theirs)]);
    expect(side.state()).toEqual({ invited: 'deciding' });
    expect(side.commands()).toEqual([]);
  });

  test('and the call ends while it comes back: it is over here too', () => {
    const side = startCall('customer', inCall);
    side.log(ended(theirs));
    expect(side.state()).toBe('idle');
    expect(side.context().ending).toBe('hung-up');
  });

  test('before the server has noticed that the page before it is gone: waits a moment, and asks once more', () => {
    const side = startCall('customer', inCall);
    side.refuse('call.rejoin', 'call-elsewhere');
    expect(side.state()).toEqual({ elsewhere: 'checking' });
    vi.advanceTimersByTime(1500);
    expect(side.types()).toEqual(['call.rejoin', 'call.rejoin']);
    side.log(renewed(theirs, 2, customerId));
    side.carryOut('call.rejoin');
    expect(side.state()).toEqual({ active: 'connecting' });
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
  });

  test('may be hung up while it comes back', () => {
    const side = startCall('customer', inCall);
    side.send({ type: 'hang-up' });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.end', reason: 'hung-up' });
    expect(side.state()).toBe('idle');
  });
});

describe('a second page of the same person', () => {
  const startSecond = () => {
    const side = startCall('customer', inCall);
    side.refuse('call.rejoin', 'call-elsewhere');
    vi.advanceTimersByTime(1500);
    side.refuse('call.rejoin', 'call-elsewhere');
    return side;
  };

  test('leaves the first in peace: it asks whether to go on here, and opens nothing', () => {
    const side = startSecond();
    expect(side.state()).toEqual({ elsewhere: 'asking' });
    expect(side.ports.devices.captures).toEqual([]);
    side.log(switched(agentParticipantId, theirs, { camera: 'off' }));
    vi.advanceTimersByTime(600_000);
    expect(side.commands()).toHaveLength(2);
    side.log(ended(theirs));
    expect(side.state()).toBe('idle');
  });

  test('goes on here: takes the call over, with what was switched on there', () => {
    const side = startSecond();
    side.log(switched(customerId, theirs, { microphone: 'off' }));
    side.send({ type: 'continue-here' });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.rejoin', takeOver: true });
    expect(side.ports.devices.last.request).toMatchObject({ sources: ['camera'], quietly: false });
    side.ports.devices.last.give();
    side.log(renewed(theirs, 2, customerId), switched(customerId, theirs, { microphone: 'off' }));
    side.carryOut('call.rejoin');
    expect(side.state()).toEqual({ active: 'connecting' });
    expect(side.ports.devices.runningSources).toEqual(['camera']);
  });

  test('goes on here while it was just asking quietly: the refusal of that is none of the press', () => {
    const side = startCall('customer', inCall);
    side.refuse('call.rejoin', 'call-elsewhere');
    vi.advanceTimersByTime(1500);
    const quiet = side.commands().at(-1);
    side.send({ type: 'continue-here' });
    if (quiet?.type !== 'call.rejoin') throw new Error('nothing was asked');
    side.send({ type: 'failed.call.rejoin', command: quiet, error: failure('call-elsewhere') });
    expect(side.state()).toEqual({ elsewhere: 'taking-over' });
    side.ports.devices.last.give();
    side.log(renewed(theirs, 2, customerId));
    side.carryOut('call.rejoin');
    expect(side.state()).toEqual({ active: 'connecting' });
  });

  test('goes on here, and is hung up before it does: out at once, and over for all', () => {
    const side = startSecond();
    side.send({ type: 'continue-here' });
    side.ports.devices.last.give();
    side.send({ type: 'hang-up' });
    expect(side.state()).toBe('idle');
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.end', reason: 'hung-up' });
  });
});

describe('the first page, whose call goes on at the second', () => {
  test('is told, stops its tracks at once, and offers to take it back', () => {
    const side = startLiveCall();
    side.send(moved);
    expect(side.state()).toEqual({ elsewhere: 'asking' });
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.ports.media.every(({ isClosed }) => isClosed)).toBe(true);
    expect(side.types()).not.toContain('call.end');
    side.send({ type: 'continue-here' });
    side.ports.devices.last.give();
    side.log(renewed(ours, 2, customerId));
    side.carryOut('call.rejoin');
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
    expect(side.ports.desired?.epoch).toBe(2);
  });

  test.each(['call.switch', 'call.renew'] as const)('hears it from the refusal of a %s at the latest', name => {
    const side = startLiveCall();
    if (name === 'call.switch') side.send({ type: 'toggle', source: 'microphone' });
    else side.ports.path('lost');
    side.refuse(name, 'call-elsewhere');
    expect(side.state()).toEqual({ elsewhere: 'asking' });
    expect(side.ports.devices.runningSources).toEqual([]);
  });

  test('is told of another call: goes on', () => {
    const side = startLiveCall();
    side.send({ ...moved, callId: theirs });
    expect(side.state()).toEqual({ active: 'live' });
  });

  test('while it still rings here, or joins: lets go too', () => {
    const ringing = startCall('customer', [proposed(customerId, ours)]);
    ringing.carryOut('call.rejoin');
    ringing.ports.devices.last.give();
    ringing.send(moved);
    expect(ringing.state()).toEqual({ elsewhere: 'asking' });
    expect(ringing.ports.devices.runningSources).toEqual([]);

    const joining = startCall('customer', [proposed(agentParticipantId, ours)]);
    joining.send({ type: 'accept', picture: 'camera' });
    joining.ports.devices.last.give();
    joining.carryOut('call.accept');
    joining.send(moved);
    expect(joining.state()).toEqual({ elsewhere: 'asking' });
    expect(joining.ports.devices.runningSources).toEqual([]);
  });
});
