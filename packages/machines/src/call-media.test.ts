import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agentParticipantId, customerId, nextAgentId } from './testing/ids.ts';
import {
  accepted,
  both,
  ended,
  getAccepted,
  ice,
  ours,
  propose,
  proposed,
  renewed,
  startCall,
  startLiveCall,
  switched,
} from './testing/start-call.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const count = (types: readonly string[], type: string) => types.filter(one => one === type).length;

describe('media', () => {
  test('that does not come in time ends the call with a reason', () => {
    const side = startCall();
    getAccepted(side);
    vi.advanceTimersByTime(44_999);
    expect(side.state()).toEqual({ active: 'connecting' });
    vi.advanceTimersByTime(1);
    expect(side.state()).toBe('idle');
    expect(side.context()).toMatchObject({ ending: 'failed', failure: { code: 'no-connection' } });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.end', reason: 'failed', callId: ours });
    expect(side.ports.devices.runningSources).toEqual([]);
  });

  test('that is there is given up neither by the clock nor because the line is away', () => {
    const side = startLiveCall();
    side.setOnline(false);
    vi.advanceTimersByTime(3_600_000);
    expect(side.state()).toEqual({ active: 'live' });
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
    expect(side.types()).not.toContain('call.end');
  });

  test('is told how it is to be as soon as anything of it changes, with the epoch and the path of the log', () => {
    const side = startLiveCall();
    side.log(switched(agentParticipantId, ours, { camera: 'off' }));
    expect(side.ports.desired?.receive).toEqual([{ participantId: agentParticipantId, sources: ['microphone'] }]);
    side.log({ ...renewed(ours, 2), media: 'sfu' } as ReturnType<typeof renewed>);
    expect(side.ports.desired).toMatchObject({ epoch: 2, path: 'sfu' });
    side.allow({ quality: { maxHeight: 180, maxFrameRate: 15, maxKbps: 100 } });
    expect(side.ports.desired?.quality.maxHeight).toBe(180);
    expect(side.ports.media).toHaveLength(1);
  });
});

describe('an epoch that carries nothing', () => {
  test('is begun anew once for each report, and the next one that carries is live', () => {
    const side = startLiveCall();
    side.ports.path('lost');
    expect(side.state()).toEqual({ active: 'lost' });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.renew', callId: ours, epoch: 1 });
    side.setOnline(true);
    side.log(switched(agentParticipantId, ours, { camera: 'off' }));
    expect(count(side.types(), 'call.renew')).toBe(1);
    side.log(renewed(ours, 2));
    side.carryOut('call.renew');
    expect(side.ports.desired).toMatchObject({ epoch: 2, ice });
    side.ports.path('lost', 2);
    expect(count(side.types(), 'call.renew')).toBe(2);
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.renew', epoch: 2 });
    side.log(renewed(ours, 3));
    side.ports.path('live', 3);
    expect(side.state()).toEqual({ active: 'live' });
    vi.advanceTimersByTime(600_000);
    expect(side.state()).toEqual({ active: 'live' });
  });

  test('of which another is known already, or that is not known yet, says nothing', () => {
    const side = startLiveCall();
    side.log(renewed(ours, 2));
    side.ports.path('lost', 1);
    expect(side.state()).toEqual({ active: 'live' });
    side.ports.path('lost', 2);
    side.ports.path('live', 1);
    expect(side.state()).toEqual({ active: 'lost' });
    expect(count(side.types(), 'call.renew')).toBe(1);
  });

  test('at the very beginning is begun anew too', () => {
    const side = startCall();
    getAccepted(side);
    side.ports.path('lost');
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.renew', epoch: 1 });
    expect(side.state()).toEqual({ active: 'connecting' });
  });

  test('while the line is away too: begins anew when it is back, with the word of what is shown', () => {
    const side = startLiveCall();
    side.setOnline(false);
    side.ports.path('lost');
    expect(side.types()).not.toContain('call.renew');
    side.setOnline(true);
    expect(side.types().slice(-2)).toEqual(['call.switch', 'call.renew']);
    expect(side.commands().at(-2)).toMatchObject({ sources: both });
  });

  test('while the line is away, at the very beginning: the same', () => {
    const side = startCall();
    getAccepted(side);
    side.setOnline(false);
    side.ports.path('lost');
    expect(side.types()).not.toContain('call.renew');
    side.setOnline(true);
    expect(side.types().slice(-2)).toEqual(['call.switch', 'call.renew']);
  });

  test('for too long ends the call with a reason; the next one starts clean', () => {
    const side = startCall();
    side.allow({ rejoinGraceMs: 7000 });
    getAccepted(side);
    side.ports.path('live');
    side.ports.path('lost');
    vi.advanceTimersByTime(6999);
    expect(side.state()).toEqual({ active: 'lost' });
    vi.advanceTimersByTime(1);
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.end', reason: 'left' });
    expect(side.context().failure?.code).toBe('connection-lost');
    side.log(ended(ours));
    propose(side);
    expect(side.context()).toMatchObject({ failure: null, ending: null, remotes: [], early: [] });
  });
});

test('the line is back: the server hears what is shown, and with it at which page', () => {
  const side = startLiveCall();
  side.setOnline(false);
  side.setOnline(true);
  expect(side.commands().at(-1)).toMatchObject({ type: 'call.switch', sources: both });
  expect(side.state()).toEqual({ active: 'live' });
});

test('media knows whether everybody in the call has a line to the server', () => {
  const side = startLiveCall();
  const standsAs = (presence: 'present' | 'absent') =>
    side.log({ type: 'participant.presence-changed', participantId: agentParticipantId, presence });
  expect(side.ports.desired?.reachable).toBe(true);
  side.setOnline(false);
  expect(side.ports.desired?.reachable).toBe(false);
  side.setOnline(true);
  expect(side.ports.desired?.reachable).toBe(true);
  standsAs('absent');
  expect(side.ports.desired?.reachable).toBe(false);
  standsAs('present');
  expect(side.ports.desired?.reachable).toBe(true);
});

describe('handed over', () => {
  const takenOver = {
    ...({ type: 'participant.joined', role: 'agent' } as const),
    ...{ participantId: nextAgentId, name: 'Ben' },
  };

  test('the customer stays, alone, with the picture up, until the next agent joins', () => {
    const side = startLiveCall();
    side.log({ type: 'participant.left', participantId: agentParticipantId });
    expect(side.state()).toEqual({ active: 'alone' });
    expect(side.ports.desired).toBeNull();
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
    vi.advanceTimersByTime(600_000);
    expect(side.state()).toEqual({ active: 'alone' });
    side.log(takenOver, renewed(ours, 2, nextAgentId));
    expect(side.state()).toEqual({ active: 'connecting' });
    expect(side.ports.desired).toMatchObject({ epoch: 2, initiator: true, receive: [{ participantId: nextAgentId }] });
    side.ports.path('live');
    expect(side.state()).toEqual({ active: 'live' });
  });

  test('the agent who has left is not in it any more, and is not asked to the same call again', () => {
    const side = startLiveCall('agent');
    side.log({ type: 'participant.left', participantId: agentParticipantId });
    expect(side.state()).toBe('idle');
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.types()).not.toContain('call.end');
    side.setOnline(false);
    side.setOnline(true);
    expect(side.state()).toBe('idle');
    const reloaded = startCall('agent', [
      proposed(customerId, ours),
      accepted(agentParticipantId, ours),
      { type: 'participant.left', participantId: agentParticipantId },
    ]);
    expect(reloaded.state()).toBe('idle');
  });

  test('the next agent who says no ends it: the customer is not left alone in it', () => {
    const side = startCall('agent', [proposed(customerId, ours), accepted(customerId, ours)]);
    side.send({ type: 'decline' });
    expect(side.state()).toBe('idle');
    expect(side.commands()).toMatchObject([{ type: 'call.end', callId: ours, reason: 'hung-up' }]);
  });

  test('the next agent is asked, and joins by saying yes', () => {
    const call = [proposed(customerId, ours), accepted(customerId, ours)];
    const side = startCall('agent', call);
    expect(side.state()).toEqual({ invited: 'deciding' });
    side.send({ type: 'accept', picture: 'camera' });
    side.ports.devices.last.give();
    expect(side.commands()).toMatchObject([{ type: 'call.rejoin', callId: ours, sources: both }]);
    side.log(renewed(ours, 2, agentParticipantId));
    side.carryOut('call.rejoin');
    expect(side.state()).toEqual({ active: 'connecting' });
    expect(side.ports.desired).toMatchObject({ epoch: 2, initiator: false });
  });
});
