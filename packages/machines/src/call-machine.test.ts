import { failure } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DeviceError } from './device-failure.ts';
import { agentSeat, callId, customerId, interactionId } from './testing/ids.ts';
import {
  accept,
  accepted,
  busy,
  declined,
  done,
  ended,
  iceServers,
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
    expect(starter.holes.captures).toHaveLength(0);
    starter.send({ type: 'start-video', picture: 'camera' });
    expect(starter.holes.captures).toHaveLength(1);

    const accepter = startCall();
    accepter.send(proposed(agentSeat, theirs));
    accepter.send({ type: 'accept', picture: 'test' });
    expect(accepter.holes.captures.map(({ picture }) => picture)).toEqual(['test']);
  });

  test('refused: the call is not proposed, the sentence is there, and trying again works', async () => {
    const side = startCall();
    side.send({ type: 'start-video', picture: 'camera' });
    await side.holes.captures[0]?.refuse(new DeviceError('denied'));
    expect(side.state()).toBe('idle');
    expect(side.context().failure).toMatchObject({ code: 'denied', message: expect.stringMatching(/try again/) });
    expect(side.wishes()).toEqual([]);

    side.send({ type: 'start-video', picture: 'camera' });
    expect(side.context().failure).toBeNull();
    await side.holes.captures[1]?.give();
    expect(side.wishes().map(({ type }) => type)).toEqual(['call.propose']);
  });

  test('refused to whoever is asked: the invitation stands and can be accepted again', async () => {
    const side = startCall();
    side.send(proposed(agentSeat, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    await side.holes.captures[0]?.refuse(new DeviceError('no-device'));
    expect(side.state()).toEqual({ invited: 'deciding' });
    expect(side.context().failure?.code).toBe('no-device');
    side.send({ type: 'accept', picture: 'test' });
    expect(side.context().failure).toBeNull();
    await side.holes.captures[1]?.give();
    expect(side.state()).toBe('accepting');
  });

  test('hung up while the question is open: the capture is called off and a late stream is not taken', async () => {
    const side = startCall();
    side.send({ type: 'start-video', picture: 'camera' });
    side.send({ type: 'hang-up' });
    expect(side.holes.captures[0]?.signal.aborted).toBe(true);
    await side.holes.captures[0]?.give();
    expect(side.state()).toBe('idle');
    expect(side.holes.running.size).toBe(0);
    expect(side.wishes()).toEqual([]);
  });

  test('the call ended by the other side while the question is open: the same', async () => {
    const side = startCall();
    side.send(proposed(agentSeat, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    side.send(ended(theirs));
    expect(side.holes.captures[0]?.signal.aborted).toBe(true);
    expect(side.state()).toBe('idle');
    expect(side.context().ending).toBe('hung-up');
  });

  test.each(['hang-up', 'ended', 'closed', 'lost', 'stop'] as const)('goes out with the call: %s', async how => {
    const side = startCall();
    await accept(side);
    expect(side.holes.running.size).toBe(1);
    if (how === 'hang-up') side.send({ type: 'hang-up' });
    if (how === 'ended') side.send(ended(theirs));
    if (how === 'lost') side.send({ type: 'remote.lost', reason: 'failed' });
    if (how === 'closed')
      side.send({ type: 'interaction.closed', ...placed(), participantId: agentSeat, disposition: 'handled' });
    if (how === 'stop') side.stop();
    expect(side.holes.running.size).toBe(0);
    expect(side.holes.media[0]?.isClosed).toBe(true);
  });

  test('is switched without ending anything', async () => {
    const side = startCall();
    await accept(side);
    side.send({ type: 'toggle.camera' });
    side.send({ type: 'toggle.microphone' });
    side.send({ type: 'toggle.camera' });
    expect(side.holes.switches).toEqual(['camera off', 'microphone off', 'camera on']);
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
    expect(side.wishes()).toMatchObject([{ type: 'call.propose', callId: ours, interactionId }]);
    side.send(done('call.propose', ours));
    side.send(proposed(customerId, ours, 'sfu'));
    expect(side.holes.media).toHaveLength(0);
    side.send(accepted(agentSeat, ours));
    expect(side.holes.media[0]?.input).toMatchObject({ initiator: true, iceServers, callId: ours, path: 'sfu' });
    side.holes.media[0]?.report({ type: 'remote.changed', stream: { id: 'remote' } });
    side.holes.media[0]?.report({ type: 'remote.connected' });
    expect(side.state()).toEqual({ active: 'live' });
    expect(side.context().remote).toEqual({ id: 'remote' });
  });

  test('declined: back to nothing, and it says so', async () => {
    const side = startCall();
    await propose(side);
    side.send(declined(ours));
    expect(side.state()).toBe('idle');
    expect(side.context()).toMatchObject({ ending: 'declined', failure: null, callId: null });
    expect(side.holes.running.size).toBe(0);
  });

  test('taken back: the server is told with the same call', async () => {
    const side = startCall();
    await propose(side);
    side.send({ type: 'hang-up' });
    expect(side.wishes()).toMatchObject([
      { type: 'call.propose', callId: ours },
      { type: 'call.end', callId: ours, reason: 'withdrawn' },
    ]);
    // The fact of the proposal may come after it was taken back.
    side.send(proposed(customerId, ours));
    side.send(accepted(agentSeat, ours));
    expect(side.state()).toBe('idle');
  });

  test('refused: the reason is there and the camera goes out', async () => {
    const side = startCall();
    await propose(side);
    side.send({
      type: 'failed.call.propose',
      wish: { type: 'call.propose', ...once, callId: ours },
      error: failure('call-not-allowed'),
    });
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-not-allowed');
    expect(side.holes.running.size).toBe(0);
  });
});

describe('both propose at once', () => {
  test('theirs was first: asking was saying yes', async () => {
    const side = startCall();
    await propose(side);
    side.send(proposed(agentSeat, theirs));
    expect(side.state()).toBe('accepting');
    side.send(busy(ours));
    expect(side.wishes()).toMatchObject([
      { type: 'call.propose', callId: ours },
      { type: 'call.end', callId: ours, reason: 'withdrawn' },
      { type: 'call.accept', callId: theirs },
    ]);
    side.send(done('call.accept', theirs));
    expect(side.holes.media[0]?.input).toMatchObject({ initiator: false, callId: theirs });
    expect(side.holes.captures).toHaveLength(1);
  });

  test('the refusal of ours comes before their proposal: the camera stays on and theirs is accepted', async () => {
    const side = startCall();
    await propose(side);
    side.send(busy(ours));
    expect(side.state()).toEqual({ proposing: 'yielding' });
    expect(side.holes.running.size).toBe(1);
    side.send(proposed(agentSeat, theirs));
    expect(side.state()).toBe('accepting');
    expect(side.context().failure).toBeNull();
  });

  test('their proposal comes while we are asked for the camera: the yes to the browser is the yes to them', async () => {
    const side = startCall();
    side.send({ type: 'start-video', picture: 'camera' });
    side.send(proposed(agentSeat, theirs));
    expect(side.state()).toEqual({ invited: 'preparing' });
    await side.holes.captures[0]?.give();
    expect(side.state()).toBe('accepting');
    expect(side.wishes()).toMatchObject([{ type: 'call.accept', callId: theirs }]);
  });

  test('refused, and theirs is never told: it is given up after a while', async () => {
    const side = startCall();
    await propose(side);
    side.send(busy(ours));
    vi.advanceTimersByTime(5000);
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-in-progress');
    expect(side.holes.running.size).toBe(0);
  });
});

describe('an invitation', () => {
  test('accepted: what the other side said meanwhile is handed to the media', async () => {
    const side = startCall();
    side.send(proposed(agentSeat, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    await side.holes.captures[0]?.give();
    side.send(offerSignal(theirs));
    side.send(done('call.accept', theirs));
    side.send(offerSignal(theirs));
    side.send(offerSignal(callId('another')));
    expect(side.holes.media[0]?.heard).toHaveLength(2);
  });

  test('declined: the server is told', () => {
    const side = startCall();
    side.send(proposed(agentSeat, theirs));
    side.send({ type: 'decline' });
    expect(side.wishes()).toMatchObject([{ type: 'call.decline', callId: theirs }]);
    expect(side.state()).toBe('idle');
  });

  test.each([
    ['accepted', accepted(customerId, theirs)],
    ['declined', declined(theirs)],
    ['ended', ended(theirs)],
  ] as const)('%s elsewhere: it is gone here too', (_how, fact) => {
    const side = startCall();
    side.send(proposed(agentSeat, theirs));
    side.send(fact);
    expect(side.state()).toBe('idle');
    expect(side.wishes()).toEqual([]);
  });

  test('too late: the answer says that the call is gone', async () => {
    const side = startCall();
    side.send(proposed(agentSeat, theirs));
    side.send({ type: 'accept', picture: 'camera' });
    await side.holes.captures[0]?.give();
    side.send({
      type: 'failed.call.accept',
      wish: { type: 'call.accept', ...once, callId: theirs },
      error: failure('call-gone'),
    });
    expect(side.state()).toBe('idle');
    expect(side.context().failure?.code).toBe('call-gone');
    expect(side.holes.running.size).toBe(0);
  });
});
