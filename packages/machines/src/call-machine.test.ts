import { failure } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DeviceError } from './device-failure.ts';
import { agentParticipantId, callId, customerId, interactionId } from './testing/ids.ts';
import {
  accept,
  accepted,
  busy,
  declined,
  done,
  ended,
  ice,
  offerSignal,
  once,
  ours,
  placed,
  propose,
  proposed,
  startCall,
  theirs,
} from './testing/start-call.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('the camera', () => {
  test('is asked for in the very task of the click, by whoever starts and whoever accepts', () => {
    const starter = startCall();
    expect(starter.ports.captures).toHaveLength(0);
    starter.send({ type: 'start-video', picture: 'camera' });
    expect(starter.ports.captures).toHaveLength(1);

    const accepter = startCall();
    accepter.send(proposed(agentParticipantId, theirs));
    accepter.send({ type: 'accept', picture: 'test' });
    expect(accepter.ports.captures.map(({ picture }) => picture)).toEqual(['test']);
  });

  test('refused: the call is not proposed, the sentence is there, and trying again works', async () => {
    const side = startCall();
    side.send({ type: 'start-video', picture: 'camera' });
    await side.ports.captures[0]?.refuse(new DeviceError('denied'));
    expect(side.state()).toBe('idle');
    expect(side.context().failure).toMatchObject({ code: 'denied', message: expect.stringMatching(/try again/) });
    expect(side.commands()).toEqual([]);

    side.send({ type: 'start-video', picture: 'camera' });
    expect(side.context().failure).toBeNull();
    await side.ports.captures[1]?.give();
    expect(side.commands().map(({ type }) => type)).toEqual(['call.propose']);
  });

  test('refused to whoever is asked: the invitation stands and can be accepted again', async () => {
    const side = startCall();
    side.send(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    await side.ports.captures[0]?.refuse(new DeviceError('no-device'));
    expect(side.state()).toEqual({ invited: 'deciding' });
    expect(side.context().failure?.code).toBe('no-device');
    side.send({ type: 'accept', picture: 'test' });
    expect(side.context().failure).toBeNull();
    await side.ports.captures[1]?.give();
    expect(side.state()).toBe('accepting');
  });

  test('hung up while the question is open: the capture is called off and a late stream is not taken', async () => {
    const side = startCall();
    side.send({ type: 'start-video', picture: 'camera' });
    side.send({ type: 'hang-up' });
    expect(side.ports.captures[0]?.signal.aborted).toBe(true);
    await side.ports.captures[0]?.give();
    expect(side.state()).toBe('idle');
    expect(side.ports.running.size).toBe(0);
    expect(side.commands()).toEqual([]);
  });

  test('the call ended by the other side while the question is open: the same', async () => {
    const side = startCall();
    side.send(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    side.send(ended(theirs));
    expect(side.ports.captures[0]?.signal.aborted).toBe(true);
    expect(side.state()).toBe('idle');
    expect(side.context().ending).toBe('hung-up');
  });

  test.each(['hang-up', 'ended', 'closed', 'lost', 'stop'] as const)('goes out with the call: %s', async how => {
    const side = startCall();
    await accept(side);
    expect(side.ports.running.size).toBe(1);
    if (how === 'hang-up') side.send({ type: 'hang-up' });
    if (how === 'ended') side.send(ended(theirs));
    if (how === 'lost') side.send({ type: 'remote.lost', reason: 'failed' });
    if (how === 'closed')
      side.send({ type: 'interaction.closed', ...placed(), participantId: agentParticipantId, disposition: 'handled' });
    if (how === 'stop') side.stop();
    expect(side.ports.running.size).toBe(0);
    expect(side.ports.media[0]?.isClosed).toBe(true);
  });

  test('is switched without ending anything', async () => {
    const side = startCall();
    await accept(side);
    side.send({ type: 'toggle.camera' });
    side.send({ type: 'toggle.microphone' });
    side.send({ type: 'toggle.camera' });
    expect(side.ports.switches).toEqual(['camera off', 'microphone off', 'camera on']);
    expect(side.context()).toMatchObject({ camera: true, microphone: false });
    side.send({ type: 'hang-up' });
    await propose(side);
    expect(side.context()).toMatchObject({ camera: true, microphone: true });
  });
});

describe('a proposal', () => {
  test('accepted: media begins with the servers that the answer named, and this side makes the offer', async () => {
    const side = startCall();
    await propose(side);
    expect(side.commands()).toMatchObject([{ type: 'call.propose', callId: ours, interactionId }]);
    side.send(done('call.propose', ours));
    side.send(proposed(customerId, ours, 'sfu'));
    expect(side.ports.media).toHaveLength(0);
    side.send(accepted(agentParticipantId, ours));
    expect(side.ports.media[0]?.input).toMatchObject({ initiator: true, ice, callId: ours, path: 'sfu' });
    side.ports.media[0]?.report({ type: 'remote.changed', stream: { id: 'remote' } });
    side.ports.media[0]?.report({ type: 'remote.connected' });
    expect(side.state()).toEqual({ active: 'live' });
    expect(side.context().remote).toEqual({ id: 'remote' });
  });

  test('declined: back to nothing, and it says so', async () => {
    const side = startCall();
    await propose(side);
    side.send(declined(ours));
    expect(side.state()).toBe('idle');
    expect(side.context()).toMatchObject({ ending: 'declined', failure: null, callId: null });
    expect(side.ports.running.size).toBe(0);
  });

  test('taken back: the server is told with the same call', async () => {
    const side = startCall();
    await propose(side);
    side.send({ type: 'hang-up' });
    expect(side.commands()).toMatchObject([
      { type: 'call.propose', callId: ours },
      { type: 'call.end', callId: ours, reason: 'withdrawn' },
    ]);
    // The fact of the proposal may come after it was taken back.
    side.send(proposed(customerId, ours));
    side.send(accepted(agentParticipantId, ours));
    expect(side.state()).toBe('idle');
  });

  test('refused: the reason is there and the camera goes out', async () => {
    const side = startCall();
    await propose(side);
    side.send({
      type: 'failed.call.propose',
      command: { type: 'call.propose', ...once, callId: ours },
      error: failure('call-not-allowed'),
    });
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-not-allowed');
    expect(side.ports.running.size).toBe(0);
  });
});

describe('both propose at once', () => {
  test('theirs was first: asking was saying yes', async () => {
    const side = startCall();
    await propose(side);
    side.send(proposed(agentParticipantId, theirs));
    expect(side.state()).toBe('accepting');
    side.send(busy(ours));
    expect(side.commands()).toMatchObject([
      { type: 'call.propose', callId: ours },
      { type: 'call.end', callId: ours, reason: 'withdrawn' },
      { type: 'call.accept', callId: theirs },
    ]);
    side.send(done('call.accept', theirs));
    expect(side.ports.media[0]?.input).toMatchObject({ initiator: false, callId: theirs });
    expect(side.ports.captures).toHaveLength(1);
  });

  test('the refusal of ours comes before their proposal: the camera stays on and theirs is accepted', async () => {
    const side = startCall();
    await propose(side);
    side.send(busy(ours));
    expect(side.state()).toEqual({ proposing: 'yielding' });
    expect(side.ports.running.size).toBe(1);
    side.send(proposed(agentParticipantId, theirs));
    expect(side.state()).toBe('accepting');
    expect(side.context().failure).toBeNull();
  });

  test('their proposal comes while we are asked for the camera: the yes to the browser is the yes to them', async () => {
    const side = startCall();
    side.send({ type: 'start-video', picture: 'camera' });
    side.send(proposed(agentParticipantId, theirs));
    expect(side.state()).toEqual({ invited: 'preparing' });
    await side.ports.captures[0]?.give();
    expect(side.state()).toBe('accepting');
    expect(side.commands()).toMatchObject([{ type: 'call.accept', callId: theirs }]);
  });

  test('refused, and theirs is never told: it is given up after a while', async () => {
    const side = startCall();
    await propose(side);
    side.send(busy(ours));
    vi.advanceTimersByTime(5000);
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-in-progress');
    expect(side.ports.running.size).toBe(0);
  });
});

describe('an invitation', () => {
  test('accepted: what the other side said meanwhile is handed to the media', async () => {
    const side = startCall();
    side.send(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    await side.ports.captures[0]?.give();
    side.send(offerSignal(theirs));
    side.send(done('call.accept', theirs));
    side.send(offerSignal(theirs));
    side.send(offerSignal(callId('another')));
    expect(side.ports.media[0]?.received).toHaveLength(2);
  });

  test('declined: the server is told', () => {
    const side = startCall();
    side.send(proposed(agentParticipantId, theirs));
    side.send({ type: 'decline' });
    expect(side.commands()).toMatchObject([{ type: 'call.decline', callId: theirs }]);
    expect(side.state()).toBe('idle');
  });

  test.each([
    ['accepted', accepted(customerId, theirs)],
    ['declined', declined(theirs)],
    ['ended', ended(theirs)],
  ] as const)('%s elsewhere: it is gone here too', (_how, fact) => {
    const side = startCall();
    side.send(proposed(agentParticipantId, theirs));
    side.send(fact);
    expect(side.state()).toBe('idle');
    expect(side.commands()).toEqual([]);
  });

  test('too late: the answer says that the call is gone', async () => {
    const side = startCall();
    side.send(proposed(agentParticipantId, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    await side.ports.captures[0]?.give();
    side.send({
      type: 'failed.call.accept',
      command: { type: 'call.accept', ...once, callId: theirs },
      error: failure('call-gone'),
    });
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-gone');
    expect(side.ports.running.size).toBe(0);
  });
});
