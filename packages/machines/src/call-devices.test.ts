import type { CallKind, Role } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agentParticipantId, callId, customerId } from './testing/ids.ts';
import {
  accept,
  accepted,
  both,
  ended,
  getAccepted,
  held,
  ours,
  propose,
  proposed,
  startCall,
  startLiveCall,
  switched,
  theirs,
} from './testing/start-call.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('the camera', () => {
  test('is asked for in the very task of the press, by whoever starts, accepts and goes on here', () => {
    const starter = startCall();
    expect(starter.ports.devices.captures).toHaveLength(0);
    starter.send({ type: 'start', picture: 'camera' });
    expect(starter.ports.devices.captures).toMatchObject([{ request: { quietly: false } }]);

    const accepter = startCall();
    accepter.log(proposed(agentParticipantId, theirs));
    accepter.send({ type: 'accept', picture: 'test' });
    expect(accepter.ports.devices.captures).toMatchObject([{ request: { quietly: false, picture: 'test' } }]);

    const mover = startCall('customer', [proposed(agentParticipantId, theirs), accepted(customerId, theirs)]);
    mover.refuse('call.rejoin', 'call-elsewhere');
    mover.send({ type: 'continue-here' });
    expect(mover.ports.devices.captures).toMatchObject([{ request: { quietly: false } }]);
  });

  test('and the microphone refused: the call is not proposed, the sentence is there, and trying again works', () => {
    const side = startCall();
    side.send({ type: 'start', picture: 'camera' });
    side.ports.devices.last.refuse('denied');
    expect(side.state()).toBe('idle');
    expect(side.context().failure).toMatchObject({ code: 'denied', message: expect.stringMatching(/try again/) });
    expect(side.commands()).toEqual([]);
    side.send({ type: 'start', picture: 'camera' });
    expect(side.context().failure).toBeNull();
    side.ports.devices.last.give();
    expect(side.types()).toEqual(['call.propose']);
  });

  test.each([
    ['denied', 'refused'],
    ['in-use', 'missing'],
  ] as const)('%s, and the microphone there: joins with what there is, and says why', (code, camera) => {
    const side = startCall();
    side.send({ type: 'start', picture: 'camera' });
    side.ports.devices.last.answer({ camera: code });
    expect(side.commands()).toMatchObject([{ type: 'call.propose', sources: { camera, microphone: 'on' } }]);
    expect(side.context().failure).toBeNull();
    side.log(proposed(customerId, ours), accepted(agentParticipantId, ours));
    expect(side.ports.desired?.send).toMatchObject({ camera: null, microphone: expect.anything() });
    expect(side.ports.devices.runningSources).toEqual(['microphone']);
  });

  test('refused to whoever is asked, with everything: the invitation stands and can be accepted again', () => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    side.ports.devices.last.refuse('no-device');
    expect(side.state()).toEqual({ invited: 'deciding' });
    expect(side.context().failure?.code).toBe('no-device');
    side.send({ type: 'accept', picture: 'test' });
    expect(side.context().failure).toBeNull();
    side.ports.devices.last.give();
    expect(side.state()).toBe('accepting');
  });

  test('not wanted at the start: neither is asked for what was left out, nor said to be on', () => {
    const side = startCall();
    side.send({ type: 'start', picture: 'camera', wishes: { camera: false } });
    expect(side.ports.devices.last.request.sources).toEqual(['microphone']);
    side.ports.devices.last.give();
    expect(side.commands()).toMatchObject([{ type: 'call.propose', sources: { ...both, camera: 'off' } }]);
  });

  test('and nothing else wanted either: watches and listens, without a question', () => {
    const side = startCall();
    side.send({ type: 'start', picture: 'camera', wishes: { camera: false, microphone: false } });
    expect(side.ports.devices.captures).toEqual([]);
    expect(side.commands()).toMatchObject([{ type: 'call.propose', sources: { camera: 'off', microphone: 'off' } }]);
  });

  test('hung up while the question is open: what is given late is stopped', () => {
    const side = startCall();
    side.send({ type: 'start', picture: 'camera' });
    side.send({ type: 'hang-up' });
    side.ports.devices.last.give();
    expect(side.state()).toBe('idle');
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.commands()).toEqual([]);
  });

  test('the call ended by the other side while the question is open: the same', () => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    side.log(ended(theirs));
    side.ports.devices.last.give();
    expect(side.state()).toBe('idle');
    expect(side.context().ending).toBe('hung-up');
    expect(side.ports.devices.runningSources).toEqual([]);
  });

  test('how things stand told while the question is open: the question stays one, and its answer counts', () => {
    const side = startCall();
    side.send({ type: 'start', picture: 'camera' });
    side.setOnline(false);
    side.setOnline(true);
    side.allow({ consent: 'changed' });
    expect(side.ports.devices.captures).toHaveLength(1);
    side.ports.devices.last.give();
    expect(side.types()).toEqual(['call.propose']);
  });

  test.each(['hang-up', 'ended', 'closed', 'left', 'stop'] as const)('goes out with the call: %s', how => {
    const side = startCall('agent');
    getAccepted(side);
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
    if (how === 'hang-up') side.send({ type: 'hang-up' });
    if (how === 'ended') side.log(ended(ours));
    if (how === 'closed')
      side.log({ type: 'interaction.closed', participantId: agentParticipantId, disposition: 'handled' });
    if (how === 'left') side.log({ type: 'participant.left', participantId: agentParticipantId });
    if (how === 'stop') side.stop();
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.ports.media.every(({ isClosed }) => isClosed)).toBe(true);
  });
});

/** What each role wants by itself, and could want, in a call of each kind. */
const kinds: readonly (readonly [CallKind, Role, readonly string[], readonly string[]])[] = [
  ['two-way', 'customer', ['camera', 'microphone'], ['camera', 'microphone', 'screen']],
  ['two-way', 'agent', ['camera', 'microphone'], ['camera', 'microphone', 'screen']],
  ['one-way', 'customer', ['camera', 'microphone'], ['camera', 'microphone', 'screen']],
  ['one-way', 'agent', ['microphone'], ['microphone', 'screen']],
  ['voice', 'customer', ['microphone'], ['microphone']],
  ['voice', 'agent', ['microphone'], ['microphone']],
  ['companion', 'customer', ['camera'], ['camera', 'screen']],
  ['companion', 'agent', [], ['camera', 'screen']],
];

describe.each(kinds)('a %s call, to the %s', (kind, role, byItself, atMost) => {
  test(`opens ${byItself.join(' and ') || 'nothing'}, and never more than ${atMost.join(', ')}`, () => {
    const side = startCall(role);
    side.send({ type: 'start', kind, picture: 'camera' });
    for (const capture of side.ports.devices.captures) capture.give();
    const other = role === 'customer' ? agentParticipantId : customerId;
    side.log(proposed(side.participantId, ours, { kind }), accepted(other, ours));
    expect(side.ports.devices.runningSources).toEqual(byItself);
    for (const source of ['camera', 'microphone', 'screen'] as const) {
      if (!side.context().wishes[source]) side.send({ type: 'toggle', source });
      for (const capture of side.ports.devices.captures) if (!capture.isAnswered) capture.give();
    }
    expect(side.ports.devices.runningSources).toEqual(atMost);
  });
});

test('whose policy begins with the camera off: the agent of a two-way call opens the microphone alone', () => {
  const side = startCall('agent');
  side.allow({ camera: false });
  propose(side);
  expect(side.ports.devices.runningSources).toEqual(['microphone']);
});

describe('a switch', () => {
  test('becomes a fact: off is told at once, on once there is something to see', () => {
    const side = startLiveCall();
    side.send({ type: 'toggle', source: 'camera' });
    expect(side.ports.devices.runningSources).toEqual(['microphone']);
    expect(side.ports.desired?.send.camera).toBeNull();
    expect(side.commands().at(-1)).toMatchObject({
      type: 'call.switch',
      callId: ours,
      sources: { ...both, camera: 'off' },
    });
    side.log(switched(customerId, ours, { camera: 'off' }));
    const told = side.commands().length;
    side.send({ type: 'toggle', source: 'camera' });
    expect(side.ports.devices.last.request).toMatchObject({ sources: ['camera'], quietly: false });
    expect(side.commands()).toHaveLength(told);
    side.ports.devices.last.give();
    expect(side.commands()).toHaveLength(told + 1);
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.switch', sources: both });
    expect(side.ports.desired?.send.camera).toEqual(side.ports.devices.trackOf('camera'));
  });

  test('of what failed tries it again', () => {
    const side = startCall();
    side.send({ type: 'start', picture: 'camera' });
    side.ports.devices.last.answer({ camera: 'denied' });
    side.log(proposed(customerId, ours), accepted(agentParticipantId, ours));
    side.send({ type: 'toggle', source: 'camera' });
    expect(side.context().wishes.camera).toBe(true);
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
  });

  test('to the screen: a track beside the camera, and no wish any more once the browser has ended it', () => {
    const side = startLiveCall();
    side.send({ type: 'toggle', source: 'screen' });
    side.ports.devices.last.give();
    expect(side.ports.desired?.send).toMatchObject({ camera: expect.anything(), screen: expect.anything() });
    const { id } = side.ports.devices.trackOf('screen');
    side.ports.devices.report({ type: 'track.lost', trackId: id, code: 'ended' });
    expect(side.context().wishes.screen).toBe(false);
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.switch', sources: { ...both, screen: 'off' } });
  });

  test('to the screen while it still rings, and nothing was chosen: it is not wanted any more', () => {
    const side = startCall();
    propose(side);
    side.send({ type: 'toggle', source: 'screen' });
    side.ports.devices.last.refuse('dismissed');
    expect(side.context().wishes.screen).toBe(false);
  });

  test('by the system: a camera that is taken away is told as missing, and as on when it is back', () => {
    const side = startLiveCall();
    const { id } = side.ports.devices.trackOf('camera');
    side.ports.devices.report({ type: 'track.lost', trackId: id, code: 'ended' });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.switch', sources: { ...both, camera: 'missing' } });
    side.log(switched(customerId, ours, { camera: 'missing' }));
    side.ports.devices.report({ type: 'devices.retry' });
    side.ports.devices.last.give();
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.switch', sources: both });
  });

  test('of one call is not that of the next', () => {
    const side = startCall();
    accept(side);
    side.send({ type: 'toggle', source: 'camera' });
    side.send({ type: 'hang-up' });
    side.log(ended(theirs));
    propose(side);
    expect(side.context().wishes).toEqual({ camera: true, microphone: true, screen: false });
  });
});

describe('on hold', () => {
  test('nothing is open, sent or received; what was switched on comes back by itself', () => {
    const side = startLiveCall();
    side.log(held(ours, true));
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.ports.desired).toMatchObject({
      send: { camera: null, microphone: null },
      receive: [{ participantId: agentParticipantId, sources: [] }],
    });
    side.log(held(ours, false));
    expect(side.ports.devices.last.request).toMatchObject({ sources: ['camera', 'microphone'], quietly: true });
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
    expect(side.ports.desired?.receive).toEqual([
      { participantId: agentParticipantId, sources: ['camera', 'microphone'] },
    ]);
    // Nothing had changed of what this side has switched on.
    expect(side.types()).not.toContain('call.switch');
  });

  test('a camera that is switched off meanwhile stays off after it, and the others know', () => {
    const side = startLiveCall();
    side.log(held(ours, true));
    side.send({ type: 'toggle', source: 'camera' });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.switch', sources: { ...both, camera: 'off' } });
    side.log(switched(customerId, ours, { camera: 'off' }), held(ours, false));
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toEqual(['microphone']);
  });

  test('a camera that is switched on meanwhile opens after it, and not before', () => {
    const side = startLiveCall();
    side.send({ type: 'toggle', source: 'camera' });
    side.log(switched(customerId, ours, { camera: 'off' }), held(ours, true));
    side.send({ type: 'toggle', source: 'camera' });
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.switch', sources: both });
    side.log(switched(customerId, ours, {}), held(ours, false));
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
  });

  test('the browser gives nothing without a press after it: that is told, and a press heals it', () => {
    const side = startLiveCall();
    side.log(held(ours, true));
    side.log(held(ours, false));
    side.ports.devices.last.refuse('press-needed');
    expect(side.context().failures).toMatchObject({ camera: { code: 'press-needed' } });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.switch', sources: { camera: 'missing' } });
    side.send({ type: 'toggle', source: 'camera' });
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toContain('camera');
  });

  test('the agent who holds sends nothing either, to nobody; asked for and taken back by the agent', () => {
    const side = startLiveCall('agent');
    side.send({ type: 'hold', held: true });
    expect(side.commands().at(-1)).toMatchObject({ type: 'call.hold', callId: ours, held: true });
    side.log(held(ours, true));
    expect(side.ports.devices.runningSources).toEqual([]);
    side.send({ type: 'hold', held: false });
    side.log(held(ours, false));
    side.ports.devices.last.give();
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
  });

  test('path reports of a held call end nothing', () => {
    const side = startLiveCall();
    side.log(held(ours, true));
    vi.advanceTimersByTime(600_000);
    expect(side.state()).toEqual({ active: 'live' });
  });
});

test('a call of which the log knows nothing any more is not hung on to', () => {
  const side = startLiveCall();
  side.log(ended(ours), proposed(agentParticipantId, callId('next')));
  expect(side.state()).toEqual({ invited: 'deciding' });
  expect(side.ports.devices.runningSources).toEqual([]);
});
