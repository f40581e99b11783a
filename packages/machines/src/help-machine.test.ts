import type {
  Call,
  Command,
  HelpedPicture,
  Lens,
  LensSetting,
  MarkSignal,
  NewFact,
  ParticipantId,
  SnapshotAnswer,
} from '@eyeline/protocol';
import { bothOn, mostPoints } from '@eyeline/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type EventObject, fromCallback } from 'xstate';
import { shownTracks } from './call-state.ts';
import { type HelpActor, helpMachine } from './help-machine.ts';
import { type LensInput, type LensOrder, type LensReport, zoomed } from './lens.ts';
import { noTracks } from './media-handle.ts';
import { agentParticipantId, callId, commandId, countingIds, customerId, interactionId } from './testing/ids.ts';
import { ours, type Side, startLiveCall, switched } from './testing/start-call.ts';
import { startChild } from './testing/start-child.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const id = callId('call-1');
const picture: HelpedPicture = { participantId: customerId, source: 'camera' };
const leg = (participantId: ParticipantId, role: 'customer' | 'agent', camera: 'on' | 'off' = 'on') => ({
  ...{ participantId, role, held: false },
  sources: { ...bothOn, camera },
});
const call: Call = {
  ...{
    callId: id,
    kind: 'two-way',
    state: 'active',
    proposerId: customerId,
    media: 'p2p',
    epoch: 1,
    since: 0,
    asked: null,
  },
  legs: [leg(customerId, 'customer'), leg(agentParticipantId, 'agent')],
};
const pointed = (x: number, y: number): MarkSignal => ({ type: 'pointed', picture, at: [x, y] });
const drawn = (strokeId: number, count: number): MarkSignal => ({
  ...{ type: 'drawn', picture, strokeId },
  points: Array.from({ length: count }, (_, n) => [n / count, 0.5]),
});

/** The agent's side. */
function start() {
  const { child, sent } = startChild(helpMachine, {
    ...{ interactionId, participantId: agentParticipantId, call },
    ...{ ids: countingIds('own'), tracks: noTracks },
  });
  const help = child as HelpActor;
  return {
    sent,
    send: help.send,
    marks: () => help.getSnapshot().context.marks,
    context: () => help.getSnapshot().context,
    theirs: (signal: unknown) =>
      help.send({ type: 'help.signalled', interactionId, callId: id, participantId: customerId, signal }),
    stand: (changed: Partial<Call>) =>
      help.send({ type: 'help.standing', call: { ...call, ...changed }, tracks: noTracks }),
  };
}

describe('a pointer', () => {
  test('is shown here and told to the others; it goes when it is not moved for a while', () => {
    const side = start();
    side.send({ type: 'mark', signal: pointed(0.2, 0.3) });
    expect(side.sent).toMatchObject([{ type: 'help.signal', callId: id, signal: { at: [0.2, 0.3] } }]);
    side.theirs(pointed(0.5, 0.5));
    vi.advanceTimersByTime(2000);
    side.theirs(pointed(0.6, 0.5));
    vi.advanceTimersByTime(2000);
    expect(side.marks().pointers).toMatchObject([{ participantId: customerId, at: [0.6, 0.5] }]);
    vi.advanceTimersByTime(2000);
    expect(side.marks().pointers).toEqual([]);
  });

  test('that is taken away is gone at once, and what is no signal shows nothing', () => {
    const side = start();
    side.theirs(pointed(0.5, 0.5));
    for (const wrong of [null, { type: 'pointed', picture, at: [2, 0] }, { type: 'painted', picture }, 'x'])
      side.theirs(wrong);
    expect(side.marks().pointers).toHaveLength(1);
    side.theirs({ type: 'pointed', picture, at: null });
    expect(side.marks().pointers).toEqual([]);
  });
});

describe('a drawing', () => {
  test('grows stroke by stroke, each of its person, and is cleared for all by anybody', () => {
    const side = start();
    side.theirs(drawn(1, 3));
    side.send({ type: 'mark', signal: drawn(1, 2) });
    side.theirs(drawn(1, 4));
    expect(side.marks().strokes.map(one => [one.participantId, one.points.length])).toEqual([
      [customerId, 7],
      [agentParticipantId, 2],
    ]);
    side.theirs({ type: 'cleared', picture });
    expect(side.marks().strokes).toEqual([]);
  });

  test('has an end, however much somebody draws: the oldest makes room', () => {
    const side = start();
    for (let n = 0; n < 200; n += 1) side.theirs(drawn(n, mostPoints));
    const { strokes } = side.marks();
    expect(strokes.at(-1)?.strokeId).toBe(199);
    expect(strokes.reduce((sum, { points }) => sum + points.length, 0)).toBeLessThanOrEqual(5_000);
  });

  test('goes with its picture and with its person', () => {
    const side = start();
    side.theirs(drawn(1, 3));
    side.stand({ legs: [leg(customerId, 'customer', 'off'), leg(agentParticipantId, 'agent')] });
    expect(side.marks().strokes).toEqual([]);
    side.stand({});
    side.theirs({ ...drawn(2, 3), picture: { participantId: agentParticipantId, source: 'camera' } });
    side.stand({ legs: [leg(agentParticipantId, 'agent')] });
    expect(side.marks().strokes).toEqual([]);
  });

  test('goes for both when who shows the picture takes another camera', () => {
    const side = start();
    const own = { participantId: agentParticipantId, source: 'camera' } as const;
    const show = (id: string) => side.send({ type: 'help.standing', call, tracks: { ...noTracks, camera: { id } } });
    show('front');
    side.theirs({ ...drawn(1, 3), picture: own });
    side.theirs(drawn(2, 3));
    show('front');
    expect(side.sent).toEqual([]);
    show('back');
    expect(side.sent).toMatchObject([{ type: 'help.signal', signal: { type: 'cleared', picture: own } }]);
    expect(side.marks().strokes.map(one => one.strokeId)).toEqual([2]);
  });

  test('is told again when media begins anew, each by who drew it: the other page may be a new one', () => {
    const side = start();
    side.theirs(drawn(1, 3));
    side.send({ type: 'mark', signal: drawn(2, 60) });
    side.send({ type: 'mark', signal: drawn(2, 60) });
    side.sent.length = 0;
    side.stand({ epoch: 2 });
    expect(side.marks().strokes).toMatchObject([{ participantId: agentParticipantId }]);
    const told = side.sent.flatMap(one =>
      one.type === 'help.signal' && one.signal.type === 'drawn' ? [one.signal.points.length] : [],
    );
    expect(told).toEqual([mostPoints, 120 - mostPoints]);
  });
});

test('what is shown comes and goes with the call', () => {
  const side = startLiveCall();
  const by = { interactionId, callId: ours, participantId: agentParticipantId };
  side.send({ type: 'help.signalled', ...by, signal: pointed(0.1, 0.1) });
  expect(side.help()?.getSnapshot().context.marks.pointers).toHaveLength(1);
  side.send({ type: 'hang-up' });
  expect(side.help()).toBeUndefined();
});

describe('a picture that is to stand still', () => {
  const own = { participantId: customerId, source: 'camera' } as const;
  const frozen = (isFrozen: boolean, whose: HelpedPicture = own): NewFact => ({
    ...{ type: 'call.frozen', callId: ours, participantId: agentParticipantId },
    ...{ picture: whose, frozen: isFrozen },
  });

  test('is held by who shows it: the still one is sent until it may move again, and moves until it is there', () => {
    const side = startLiveCall();
    const moving = side.ports.desired?.send.camera;
    side.log(frozen(true));
    expect(side.ports.desired?.send.camera).toBe(moving);
    side.ports.takeStill('still-1');
    expect(side.ports.desired?.send.camera).toEqual({ id: 'still-1' });
    expect(shownTracks(side.context()).camera).toEqual({ id: 'still-1' });
    side.log(frozen(false));
    expect(side.ports.desired?.send.camera).toBe(moving);
    expect(side.ports.stills).toEqual([]);
  });

  test('of the other side is expected to come still, which is no failure', () => {
    const side = startLiveCall();
    side.log(frozen(true, { participantId: agentParticipantId, source: 'camera' }));
    expect(side.ports.stills).toEqual([]);
    expect(side.ports.desired?.receive).toMatchObject([{ still: 'camera' }]);
  });

  test('moves again where the camera is switched off, and with the end of the call', () => {
    const side = startLiveCall();
    side.log(frozen(true));
    side.ports.takeStill('still-1');
    side.send({ type: 'toggle', source: 'camera' });
    side.log(switched(customerId, ours, { camera: 'off' }));
    expect(side.ports.desired?.send.camera).toBeNull();
    expect(side.ports.stills).toEqual([]);
    side.send({ type: 'toggle', source: 'camera' });
    side.ports.devices.last.give();
    side.log(switched(customerId, ours, {}), frozen(true));
    side.ports.takeStill('still-2');
    side.send({ type: 'hang-up' });
    expect(side.ports.stills).toEqual([]);
    expect(side.context().still).toBeNull();
  });

  test('is asked for by either side, and what was drawn on it goes when it moves', () => {
    const side = start();
    side.send({ type: 'freeze', picture, frozen: true });
    expect(side.sent).toMatchObject([{ type: 'call.freeze', callId: id, picture, frozen: true }]);
    side.stand({ frozen: { picture, by: agentParticipantId } });
    side.theirs(drawn(1, 3));
    side.stand({});
    expect(side.marks().strokes).toEqual([]);
  });
});

describe('a snapshot', () => {
  const snapshotId = commandId('snapshot-1');
  const asked: NewFact = {
    ...{ type: 'snapshot.asked', callId: ours, participantId: agentParticipantId, snapshotId },
    picture: { participantId: customerId, source: 'camera' },
  };
  const answered = (answer: SnapshotAnswer): NewFact => ({
    ...{ type: 'snapshot.answered', callId: ours, participantId: customerId, snapshotId, answer },
  });
  const shared: NewFact = {
    ...{ type: 'file.shared', participantId: customerId },
    file: { fileId: snapshotId, width: 640, height: 480, bytes: 1000 },
  };
  const isTaking = (side: Side) => side.help()?.getSnapshot().children['snapshot'] !== undefined;

  test('is taken by who shows the picture, once they have said yes, and until it is in the conversation', () => {
    const side = startLiveCall();
    side.log(asked);
    expect(isTaking(side)).toBe(false);
    side.log(answered('once'));
    expect(isTaking(side)).toBe(true);
    side.log(shared);
    expect(isTaking(side)).toBe(false);
    side.log(asked);
    expect(isTaking(side)).toBe(false);
    side.log(answered('no'));
    expect(isTaking(side)).toBe(false);
  });

  test('that was allowed for this call is taken without another question', () => {
    const side = startLiveCall();
    side.log(asked, answered('always'), shared, { ...asked, snapshotId: commandId('snapshot-2') } as NewFact);
    expect(isTaking(side)).toBe(true);
  });

  test('is not taken by who asked for it', () => {
    const side = startLiveCall('agent');
    side.log(asked, answered('once'));
    expect(isTaking(side)).toBe(false);
  });

  test('that could not be taken is said', () => {
    const side = start();
    const wanted = { snapshotId, by: customerId, picture: { ...picture, participantId: agentParticipantId } };
    side.stand({ snapshot: { ...wanted, state: 'allowed' } });
    side.send({ type: 'snapshot.missed', snapshotId });
    expect(side.sent).toMatchObject([{ type: 'snapshot.answer', snapshotId, answer: 'failed' }]);
    side.send({ type: 'answer-snapshot', answer: 'no' });
    side.send({ type: 'ask-snapshot', picture });
    expect(side.sent.slice(1)).toMatchObject([{ answer: 'no' }, { type: 'snapshot.ask', picture }]);
  });
});

describe('a lens', () => {
  const lens: Lens = { light: false, zoom: { min: 1, max: 4, step: 0.1, at: 1 } };
  const own = { participantId: agentParticipantId, source: 'camera' } as const;
  const signalsOf = (sent: Command[]) => sent.flatMap(one => (one.type === 'help.signal' ? [one.signal] : []));

  /** The customer's side, with a camera that can be set. */
  function startWithLens() {
    const settings: LensSetting[] = [];
    const track = { id: 'camera-1' };
    const port = fromCallback<LensOrder & EventObject, LensInput>(({ receive, sendBack }) => {
      const report = (now: Lens): void => sendBack({ type: 'lens.changed', lens: now } satisfies LensReport);
      receive(({ setting }) => {
        settings.push(setting);
        report({ ...lens, light: setting.light ?? lens.light });
      });
      report(lens);
    });
    const { child, sent } = startChild(helpMachine.provide({ actors: { lens: port } }), {
      ...{ interactionId, participantId: customerId, call },
      ...{ ids: countingIds('own'), tracks: { ...noTracks, camera: track } },
    });
    const help = child as HelpActor;
    const by = (participantId: ParticipantId) => (signal: unknown) =>
      help.send({ type: 'help.signalled', interactionId, callId: id, participantId, signal });
    return { help, sent, settings, agent: by(agentParticipantId), other: by(customerId) };
  }

  test('is offered, set by an agent and by its own person, and who set it is known', () => {
    const { help, sent, settings, agent } = startWithLens();
    expect(signalsOf(sent)).toEqual([{ type: 'lens-offered', picture, lens }]);
    agent({ type: 'lens-asked', picture, setting: {} });
    expect(help.getSnapshot().context.lensSetBy).toBeNull();
    agent({ type: 'lens-asked', picture, setting: { light: true } });
    expect(help.getSnapshot().context).toMatchObject({ lens: { light: true }, lensSetBy: agentParticipantId });
    expect(signalsOf(sent).at(-1)).toMatchObject({ type: 'lens-offered', lens: { light: true } });
    help.send({ type: 'set-lens', participantId: customerId, setting: { light: false } });
    expect(help.getSnapshot().context).toMatchObject({ lens: { light: false }, lensSetBy: null });
    expect(settings).toEqual([{}, { light: true }, { light: false }]);
  });

  test('is set by nobody else, and for no other picture', () => {
    const { settings, agent, other } = startWithLens();
    other({ type: 'lens-asked', picture, setting: { light: true } });
    agent({ type: 'lens-asked', picture: own, setting: { light: true } });
    agent({ type: 'lens-asked', picture, setting: { zoom: -1 } });
    expect(settings).toEqual([]);
  });

  test('goes with its camera: the other side is told', () => {
    const { help, sent } = startWithLens();
    help.send({ type: 'help.standing', call, tracks: noTracks });
    expect(signalsOf(sent).at(-1)).toEqual({ type: 'lens-offered', picture, lens: null });
  });

  test('of the other side is there once it is offered, for its own picture alone, and goes with the picture', () => {
    const side = start();
    const lenses = () => side.context().lenses;
    side.theirs({ type: 'lens-offered', picture: own, lens });
    expect(lenses()).toEqual([]);
    side.theirs({ type: 'lens-offered', picture, lens });
    expect(lenses()).toEqual([{ participantId: customerId, lens }]);
    side.send({ type: 'set-lens', participantId: customerId, setting: { zoom: 2 } });
    expect(signalsOf(side.sent)).toEqual([{ type: 'lens-asked', picture, setting: { zoom: 2 } }]);
    side.stand({ legs: [leg(customerId, 'customer', 'off'), leg(agentParticipantId, 'agent')] });
    expect(lenses()).toEqual([]);
  });

  test('is zoomed press by press as far as it goes', () => {
    const at = (now: number): Lens => ({ light: null, zoom: { min: 1, max: 4, step: 0.1, at: now } });
    expect([zoomed(at(1), -1), zoomed(at(1), 1), zoomed(at(3.8), 1), zoomed(at(4), 1)]).toEqual([null, 1.5, 4, null]);
  });
});
