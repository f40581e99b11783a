import {
  type CallId,
  failure,
  type Interaction,
  type MediaPath,
  type ParticipantId,
  type Wish,
} from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CallEvent } from './call-context.ts';
import type { CallActor } from './call-machine.ts';
import { DeviceError } from './device-failure.ts';
import type { Wished } from './signaling.ts';
import { FakeHoles, startChild } from './testing/fake-holes.ts';
import { agentSeat, callId, commandId, countingIds, customerId, interactionId } from './testing/ids.ts';

/** The customer's side of a call, with the agent's words put into its ear. */
function startCall() {
  const holes = new FakeHoles();
  const input = { interactionId, participantId: customerId, ids: countingIds('c') };
  const { child, said, stop } = startChild(holes.call, input);
  const call = child as CallActor;
  return {
    holes,
    call,
    stop,
    send: (event: CallEvent) => call.send(event),
    wishes: (): Wish[] => said.filter((event): event is Wished => event.type === 'wished').map(({ wish }) => wish),
    state: () => call.getSnapshot().value,
    context: () => call.getSnapshot().context,
  };
}

let seq = 0;
const placed = () => {
  seq += 1;
  return { interactionId, seq, at: seq };
};
const ours = callId('c-call-1');
const theirs = callId('a-call-1');
const proposed = (by: ParticipantId, id: CallId, media: MediaPath = 'p2p'): CallEvent => ({
  type: 'call.proposed',
  ...placed(),
  participantId: by,
  callId: id,
  media,
});
const accepted = (by: ParticipantId, id: CallId): CallEvent => ({
  type: 'call.accepted',
  ...placed(),
  participantId: by,
  callId: id,
});
const declined = (id: CallId): CallEvent => ({
  type: 'call.declined',
  ...placed(),
  participantId: agentSeat,
  callId: id,
});
const ended = (id: CallId): CallEvent => ({
  type: 'call.ended',
  ...placed(),
  participantId: agentSeat,
  callId: id,
  reason: 'hung-up',
});
const once = { commandId: commandId('any'), interactionId };
const iceServers = [{ urls: 'stun:stun.example' }];
const done = (name: 'call.propose' | 'call.accept', id: CallId): CallEvent =>
  name === 'call.propose'
    ? { type: 'done.call.propose', wish: { type: name, ...once, callId: id }, value: { iceServers } }
    : { type: 'done.call.accept', wish: { type: name, ...once, callId: id }, value: { iceServers } };
const busy = (id: CallId): CallEvent => ({
  type: 'failed.call.propose',
  wish: { type: 'call.propose', ...once, callId: id },
  error: failure('call-in-progress'),
});
const offerSignal = (id: CallId): CallEvent => ({
  type: 'call.signalled',
  interactionId,
  callId: id,
  participantId: agentSeat,
  signal: { type: 'offer', sdp: 'v=0' },
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

type Side = ReturnType<typeof startCall>;

async function propose(side: Side): Promise<void> {
  side.send({ type: 'start-video', picture: 'camera' });
  await side.holes.captures.at(-1)?.give();
}
async function accept(side: Side): Promise<void> {
  side.send(proposed(agentSeat, theirs));
  side.send({ type: 'accept', picture: 'camera' });
  await side.holes.captures.at(-1)?.give();
  side.send(done('call.accept', theirs));
}

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

describe('media', () => {
  test('that does not come in time ends the call with a reason', async () => {
    const side = startCall();
    await accept(side);
    vi.advanceTimersByTime(19_999);
    expect(side.state()).toEqual({ active: 'connecting' });
    vi.advanceTimersByTime(1);
    expect(side.state()).toBe('idle');
    expect(side.context()).toMatchObject({ ending: 'failed', failure: { code: 'no-connection' } });
    expect(side.wishes().at(-1)).toMatchObject({ type: 'call.end', reason: 'failed', callId: theirs });
  });

  test('that is there is not given up by the clock', async () => {
    const side = startCall();
    await accept(side);
    side.holes.media[0]?.report({ type: 'remote.connected' });
    vi.advanceTimersByTime(3_600_000);
    expect(side.state()).toEqual({ active: 'live' });
  });

  test('lost on the way ends the call with a reason; the next one starts clean', async () => {
    const side = startCall();
    await accept(side);
    side.holes.media[0]?.report({ type: 'remote.connected' });
    side.holes.media[0]?.report({ type: 'remote.lost', reason: 'left' });
    expect(side.wishes().at(-1)).toMatchObject({ type: 'call.end', reason: 'left' });
    expect(side.context().failure?.code).toBe('connection-lost');
    await propose(side);
    expect(side.context()).toMatchObject({ failure: null, ending: null, remote: null, early: [] });
  });
});

describe('a page that was opened in mid-call', () => {
  const found = (state: 'proposed' | 'active', proposerId: ParticipantId): CallEvent => {
    const call: NonNullable<Interaction['call']> = { callId: theirs, state, proposerId, media: 'p2p', since: 1 };
    return { type: 'call.found', call };
  };

  test.each(['preparing', 'proposing'] as const)('ends its own of before, while it is %s another', async state => {
    const side = startCall();
    side.send({ type: 'start-video', picture: 'camera' });
    if (state === 'proposing') await side.holes.captures[0]?.give();
    side.send(found('proposed', customerId));
    expect(side.wishes().at(-1)).toMatchObject({ type: 'call.end', callId: theirs, reason: 'left' });
    const now = side.state();
    expect(typeof now === 'string' ? now : Object.keys(now)[0]).toBe(state);
  });

  test('is invited still', async () => {
    const side = startCall();
    side.send(found('proposed', agentSeat));
    expect(side.state()).toEqual({ invited: 'deciding' });
    side.send({ type: 'accept', picture: 'camera' });
    await side.holes.captures[0]?.give();
    expect(side.wishes()).toMatchObject([{ type: 'call.accept', callId: theirs }]);
  });

  test.each([
    ['its own proposal', found('proposed', customerId)],
    ['the call it was in', found('active', agentSeat)],
  ] as const)('ends %s, whose media is gone', (_what, event) => {
    const side = startCall();
    side.send(event);
    expect(side.wishes()).toMatchObject([{ type: 'call.end', callId: theirs, reason: 'left' }]);
    expect(side.state()).toBe('idle');
    expect(side.context().callId).toBeNull();
  });
});
