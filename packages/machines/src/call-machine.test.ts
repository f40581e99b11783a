import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { agentParticipantId, callId, customerId, interactionId } from './testing/ids.ts';
import {
  accept,
  accepted,
  both,
  declined,
  ended,
  getAccepted,
  ice,
  ours,
  propose,
  proposed,
  signal,
  startCall,
  theirs,
} from './testing/start-call.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('a proposal', () => {
  test('says what kind it is and what is shown, and begins when the log says that it was accepted', () => {
    const side = startCall();
    propose(side);
    expect(side.commands()).toMatchObject([
      { type: 'call.propose', callId: ours, interactionId, kind: 'two-way', sources: both },
    ]);
    side.carryOut('call.propose');
    side.log(proposed(customerId, ours, { media: 'sfu' }));
    expect(side.state()).toEqual({ proposing: 'ringing' });
    expect(side.ports.media).toHaveLength(0);
    side.log(accepted(agentParticipantId, ours));
    expect(side.ports.desired).toMatchObject({ initiator: true, ice, path: 'sfu', epoch: 1 });
    const remote = { participantId: agentParticipantId, person: { id: 'remote' }, screen: null };
    side.ports.openMedia.report({ type: 'remote.changed', remotes: [remote] });
    side.ports.path('live');
    expect(side.state()).toEqual({ active: 'live' });
    expect(side.context().remotes).toEqual([remote]);
  });

  test('of the first kind that may be started, where none is named', () => {
    const side = startCall();
    side.allow({ kinds: ['voice', 'two-way'] });
    side.send({ type: 'start', picture: 'camera' });
    side.ports.devices.last.give();
    expect(side.commands()).toMatchObject([{ type: 'call.propose', kind: 'voice' }]);
  });

  test.each([
    ['declined', false],
    ['later', true],
  ] as const)('answered %s: back to nothing, and it says so', (ending, later) => {
    const side = startCall();
    propose(side);
    side.log(proposed(customerId, ours));
    side.log(declined(ours, later));
    expect(side.state()).toBe('idle');
    expect(side.context()).toMatchObject({ ending, failure: null, callId: null });
    expect(side.ports.devices.runningSources).toEqual([]);
  });

  test('taken back: out at once, the server is told with the same call, and what comes after it changes nothing', () => {
    const side = startCall();
    propose(side);
    side.send({ type: 'hang-up' });
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.commands()).toMatchObject([
      { type: 'call.propose', callId: ours },
      { type: 'call.end', callId: ours, reason: 'withdrawn' },
    ]);
    side.log(proposed(customerId, ours));
    side.log(accepted(agentParticipantId, ours));
    expect(side.state()).toBe('idle');
    expect(side.types()).toEqual(['call.propose', 'call.end']);
  });

  test('refused: the reason is there and the camera goes out', () => {
    const side = startCall();
    propose(side);
    side.refuse('call.propose', 'call-not-allowed');
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-not-allowed');
    expect(side.ports.devices.runningSources).toEqual([]);
  });

  test('whose answer is told before it: begins with what is known, and with the servers once they are named', () => {
    const side = startCall();
    propose(side);
    side.log(proposed(customerId, ours), accepted(agentParticipantId, ours));
    expect(side.state()).toEqual({ active: 'connecting' });
    side.carryOut('call.propose');
    expect(side.ports.desired).toMatchObject({ ice, epoch: 1 });
  });

  test('that ended while another call came and went, all told at once: is not hung on to', () => {
    const [x, steps] = [callId('x'), [proposed(agentParticipantId, callId('x')), ended(callId('x'))]];
    for (const known of ['asked', 'answered', 'told'] as const) {
      const side = startCall();
      propose(side);
      if (known === 'answered') side.carryOut('call.propose');
      if (known === 'told') side.log(proposed(customerId, ours));
      const before = known === 'told' ? [] : [proposed(customerId, ours)];
      side.log(...before, ended(ours), ...steps);
      expect(side.context().lastCall?.callId).toBe(x);
      if (known === 'asked') side.refuse('call.propose', 'call-gone');
      vi.advanceTimersByTime(5000);
      expect(side.state()).toBe('idle');
      expect(side.ports.devices.runningSources).toEqual([]);
    }
  });

  test('made and gone before anything of it was told: the end says how', () => {
    const side = startCall();
    propose(side);
    side.log(proposed(customerId, ours), ended(ours));
    expect(side.state()).toBe('idle');
    expect(side.context().ending).toBe('hung-up');
  });
});

describe('both propose at once', () => {
  test('theirs was first: asking was saying yes', () => {
    const side = startCall();
    propose(side);
    side.log(proposed(agentParticipantId, theirs));
    expect(side.state()).toBe('accepting');
    side.refuse('call.propose', 'call-in-progress');
    expect(side.commands()).toMatchObject([
      { type: 'call.propose', callId: ours },
      { type: 'call.end', callId: ours, reason: 'withdrawn' },
      { type: 'call.accept', callId: theirs },
    ]);
    side.carryOut('call.accept');
    side.log(accepted(customerId, theirs));
    expect(side.ports.desired).toMatchObject({ initiator: false });
    expect(side.ports.devices.captures).toHaveLength(1);
  });

  test('the refusal of ours comes before their proposal: the camera stays on and theirs is accepted', () => {
    const side = startCall();
    propose(side);
    side.refuse('call.propose', 'call-in-progress');
    expect(side.state()).toEqual({ proposing: 'yielding' });
    expect(side.ports.devices.runningSources).toEqual(['camera', 'microphone']);
    side.log(proposed(agentParticipantId, theirs));
    expect(side.state()).toBe('accepting');
    expect(side.context().failure).toBeNull();
  });

  test('their proposal comes while we are asked for the camera: the yes to the browser is the yes to them', () => {
    const side = startCall();
    side.send({ type: 'start', picture: 'camera' });
    side.log(proposed(agentParticipantId, theirs));
    expect(side.state()).toEqual({ invited: 'preparing' });
    side.ports.devices.last.give();
    expect(side.state()).toBe('accepting');
    expect(side.commands()).toMatchObject([{ type: 'call.accept', callId: theirs }]);
  });

  test('refused, and theirs is never told: it is given up after a while', () => {
    const side = startCall();
    propose(side);
    side.refuse('call.propose', 'call-in-progress');
    vi.advanceTimersByTime(5000);
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-in-progress');
    expect(side.ports.devices.runningSources).toEqual([]);
  });

  test('theirs is of another kind: what that kind has no place for is closed', () => {
    const side = startCall();
    propose(side);
    side.log(proposed(agentParticipantId, theirs, { kind: 'voice' }));
    expect(side.state()).toBe('accepting');
    expect(side.ports.devices.runningSources).toEqual(['microphone']);
  });
});

describe('an invitation', () => {
  test('accepted: what was said of its media meanwhile is handed on, what is about another call is not', () => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    side.ports.devices.last.give();
    side.send(signal(theirs));
    side.carryOut('call.accept');
    side.log(accepted(customerId, theirs));
    side.send(signal(theirs));
    side.send(signal(callId('another')));
    expect(side.ports.openMedia.received).toHaveLength(2);
  });

  test('accepted as one-way: the agent sees, and the own camera is never asked for', () => {
    const side = startCall('agent');
    side.log(proposed(customerId, callId('cs')));
    side.send({ type: 'accept', kind: 'one-way', picture: 'camera' });
    expect(side.ports.devices.last.request.sources).toEqual(['microphone']);
    side.ports.devices.last.give();
    expect(side.commands()).toMatchObject([{ type: 'call.accept', kind: 'one-way', sources: { camera: 'off' } }]);
    side.carryOut('call.accept');
    side.log(accepted(agentParticipantId, callId('cs'), { kind: 'one-way', sources: { ...both, camera: 'off' } }));
    expect(side.ports.devices.runningSources).toEqual(['microphone']);
    expect(side.ports.desired?.receive).toEqual([{ participantId: customerId, sources: ['camera', 'microphone'] }]);
    side.send({ type: 'toggle', source: 'camera' });
    expect(side.ports.devices.runningSources).toEqual(['microphone']);
  });

  test.each([
    ['declined', false],
    ['declined for now', true],
  ] as const)('%s: the server is told, and it is not asked here again', (_how, later) => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.send({ type: 'decline', ...(later && { later }) });
    expect(side.commands()).toEqual([expect.objectContaining({ type: 'call.decline', callId: theirs })]);
    expect(side.commands()[0]).toEqual(
      later ? expect.objectContaining({ later }) : expect.not.objectContaining({ later }),
    );
    expect(side.state()).toBe('idle');
    side.allow({ consent: 'new' });
    expect(side.state()).toBe('idle');
    side.log(declined(theirs, later), proposed(agentParticipantId, callId('again')));
    expect(side.state()).toEqual({ invited: 'deciding' });
  });

  test.each([
    ['declined', declined(theirs)],
    ['ended', ended(theirs)],
  ] as const)('%s elsewhere: it is gone here too', (_how, fact) => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.log(fact);
    expect(side.state()).toBe('idle');
    expect(side.commands()).toEqual([]);
  });

  test('accepted at another page of the same person: this one offers to go on here, and opens nothing', () => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.log(accepted(customerId, theirs));
    expect(side.state()).toEqual({ elsewhere: 'asking' });
    expect(side.ports.devices.captures).toEqual([]);
    expect(side.types()).toEqual([]);
  });

  test('too late: the answer says that the call is gone', () => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    side.ports.devices.last.give();
    side.refuse('call.accept', 'call-gone');
    expect(side.ports.devices.runningSources).toEqual([]);
    side.log(ended(theirs));
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-gone');
  });

  test('whose answer is refused while it stands: says why, and can be answered again', () => {
    const side = startCall('agent');
    side.log(proposed(customerId, callId('cs')));
    side.send({ type: 'accept', picture: 'camera' });
    side.ports.devices.last.give();
    side.refuse('call.accept', 'call-not-allowed');
    expect(side.state()).toEqual({ invited: 'deciding' });
    expect(side.context().failure?.code).toBe('call-not-allowed');
    expect(side.ports.devices.runningSources).toEqual([]);
    side.send({ type: 'accept', picture: 'camera' });
    side.ports.devices.last.give();
    expect(side.state()).toBe('accepting');
  });

  test('answered at two pages at once: the one that was later offers to go on here', () => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    side.ports.devices.last.give();
    side.refuse('call.accept', 'already-done');
    side.log(accepted(customerId, theirs));
    expect(side.state()).toEqual({ elsewhere: 'asking' });
    expect(side.ports.devices.runningSources).toEqual([]);
  });

  test('that took the place of one that was withdrawn, both told at once: the new one is asked', () => {
    const side = startCall();
    side.log(proposed(agentParticipantId, theirs));
    side.log(ended(theirs), proposed(agentParticipantId, callId('next')));
    expect(side.state()).toEqual({ invited: 'deciding' });
    expect(side.context().callId).toBe('next');
  });
});

describe('hung up', () => {
  test('twice while the line is away: neither of the two calls comes back by itself', () => {
    const side = startCall();
    getAccepted(side);
    side.setOnline(false);
    side.send({ type: 'hang-up' });
    propose(side);
    side.send({ type: 'hang-up' });
    side.setOnline(true);
    expect(side.state()).toBe('idle');
    expect(side.types()).not.toContain('call.rejoin');
  });

  test.each(['preparing', 'proposing', 'accepting', 'active'] as const)('while %s: out at once', state => {
    const side = startCall();
    if (state === 'preparing') side.send({ type: 'start', picture: 'camera' });
    if (state === 'proposing') propose(side);
    if (state === 'active') accept(side);
    if (state === 'accepting') {
      side.log(proposed(agentParticipantId, theirs));
      side.send({ type: 'accept', picture: 'camera' });
      side.ports.devices.last.give();
    }
    expect([side.state()].map(now => (typeof now === 'string' ? now : Object.keys(now)[0]))).toEqual([state]);
    side.send({ type: 'hang-up' });
    expect(side.state()).toBe('idle');
    expect(side.ports.devices.runningSources).toEqual([]);
    expect(side.types().filter(type => type === 'call.end')).toHaveLength(state === 'preparing' ? 0 : 1);
  });

  test('and started again before the log knows: the new call is another one', () => {
    const side = startCall();
    getAccepted(side);
    side.send({ type: 'hang-up' });
    side.send({ type: 'start', picture: 'camera' });
    side.ports.devices.last.give();
    expect(side.commands().slice(-2)).toMatchObject([
      { type: 'call.end', callId: ours },
      { type: 'call.propose', callId: 'own-call-2' },
    ]);
    expect(side.state()).toEqual({ proposing: 'asking' });
    side.log(ended(ours), proposed(customerId, callId('own-call-2')));
    expect(side.state()).toEqual({ proposing: 'ringing' });
    expect(side.context().ending).toBeNull();
  });
});
