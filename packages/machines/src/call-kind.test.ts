import { expect, test } from 'vitest';
import { selectCallControls } from './call-controls.ts';
import { consentFor } from './call-kind.ts';
import { agentParticipantId, customerId } from './testing/ids.ts';
import { declined, ours, proposed, type Side, startCall, startLiveCall, theirs } from './testing/start-call.ts';

const about = (participantId: Side['participantId']) => ({ callId: ours, participantId });
const asked = (by: Side['participantId'], kind: 'two-way' | 'one-way' = 'two-way') =>
  ({ type: 'call.kind-asked', ...about(by), kind }) as const;
const changed = (by: Side['participantId'], kind: 'two-way' | 'one-way' | 'voice') =>
  ({ type: 'call.kind-changed', ...about(by), kind }) as const;
const refused = (by: Side['participantId']) => ({ type: 'call.kind-refused', ...about(by) }) as const;
const running = ({ ports }: Side) => ports.devices.runningSources;
const sent = ({ ports }: Side) =>
  Object.entries(ports.desired?.send ?? {}).flatMap(([source, track]) => (track ? source : []));
const lastOf = (side: Side) => side.commands().at(-1);

test('by voice, the press asks, opens the camera in the press, and sends nothing of it before the other side says yes', () => {
  const side = startLiveCall('customer', 'voice');
  const { epoch } = side.ports.desired ?? {};
  side.send({ type: 'change-kind', kind: 'two-way' });
  expect(lastOf(side)).toMatchObject({ type: 'call.change-kind', callId: ours, kind: 'two-way' });
  expect(side.ports.devices.last.request).toMatchObject({ sources: ['camera'] });
  side.ports.devices.last.give();
  side.log(asked(customerId));
  expect(running(side)).toEqual(['camera', 'microphone']);
  expect(sent(side)).toEqual(['microphone']);
  expect(side.types()).not.toContain('call.switch');

  side.log(changed(agentParticipantId, 'two-way'));
  expect(sent(side)).toEqual(['camera', 'microphone']);
  expect(lastOf(side)).toMatchObject({ type: 'call.switch', sources: { camera: 'on', microphone: 'on' } });
  expect(side.types().filter(type => type === 'call.switch')).toHaveLength(1);
  // Nothing began anew.
  expect([side.ports.desired?.epoch, side.ports.media.length, side.state()]).toEqual([epoch, 1, { active: 'live' }]);
});

test('the other side answers with the own camera, or without it, or no', () => {
  const seen = startLiveCall('customer', 'voice');
  seen.log(asked(agentParticipantId));
  seen.send({ type: 'change-kind', kind: 'two-way', wishes: { camera: true } });
  seen.ports.devices.last.give();
  seen.log(changed(customerId, 'two-way'));
  expect(sent(seen)).toEqual(['camera', 'microphone']);

  const unseen = startLiveCall('customer', 'voice');
  unseen.log(asked(agentParticipantId));
  unseen.send({ type: 'change-kind', kind: 'two-way', wishes: { camera: false } });
  unseen.log(changed(customerId, 'two-way'));
  expect([running(unseen), sent(unseen)]).toEqual([['microphone'], ['microphone']]);

  const no = startLiveCall('customer', 'voice');
  no.log(asked(agentParticipantId));
  no.send({ type: 'keep-kind' });
  expect(lastOf(no)).toMatchObject({ type: 'call.keep-kind', callId: ours });
});

const noes = ['refused', 'taken back', 'refused by the server', 'refused while nothing was heard'];
test.each(noes)('%s: the camera that was opened for it is closed', how => {
  const side = startLiveCall('customer', 'voice');
  side.send({ type: 'change-kind', kind: 'two-way' });
  side.ports.devices.last.give();
  if (how === 'refused by the server') side.refuse('call.change-kind', 'call-not-allowed');
  else if (how === 'refused while nothing was heard') {
    side.log(asked(customerId), refused(agentParticipantId));
    side.carryOut('call.change-kind');
  } else {
    side.log(asked(customerId));
    side.log(refused(how === 'refused' ? agentParticipantId : customerId));
  }
  expect([running(side), sent(side)]).toEqual([['microphone'], ['microphone']]);
  expect(side.context().kindFailure?.code).toBe(how === 'refused by the server' ? 'call-not-allowed' : undefined);
  expect(side.state()).toEqual({ active: 'live' });
});

test('down to voice by one press: the camera goes out at once, the sound goes on; up again it needs a press', () => {
  const side = startLiveCall('agent', 'two-way');
  side.send({ type: 'change-kind', kind: 'voice' });
  expect([running(side), sent(side)]).toEqual([['microphone'], ['microphone']]);
  expect(side.types()).toContain('call.change-kind');
  side.log(changed(agentParticipantId, 'voice'), asked(customerId), changed(customerId, 'two-way'));
  expect(running(side)).toEqual(['microphone']);
});

test('the other side goes down to voice: the own camera goes out with it', () => {
  const side = startLiveCall('customer', 'two-way');
  side.log(changed(agentParticipantId, 'voice'));
  expect([running(side), sent(side)]).toEqual([['microphone'], ['microphone']]);
  expect(side.context().wishes.camera).toBe(false);
});

test('what may be pressed follows the kind, the site and what is asked already', () => {
  const controlsOf = (side: Side) => {
    const call = side.snapshot();
    const { escalation, online } = call.context;
    return selectCallControls(call, { interaction: side.interaction(), escalation, online } as never);
  };
  const side = startLiveCall('agent', 'voice');
  expect(controlsOf(side)).toMatchObject({
    kindsToAskFor: ['two-way', 'one-way'],
    canGoToVoice: false,
    kindAnswers: [],
  });
  side.allow({ kinds: ['two-way'] });
  expect(controlsOf(side).kindsToAskFor).toEqual(['two-way']);
  side.log(asked(customerId));
  expect(controlsOf(side)).toMatchObject({
    kindsToAskFor: [],
    kindAnswers: [
      { kind: 'two-way', camera: true },
      { kind: 'one-way', camera: false },
    ],
  });
  side.log(changed(agentParticipantId, 'one-way'));
  expect(controlsOf(side)).toMatchObject({ kindsToAskFor: ['two-way'], canGoToVoice: true });
  // What may not be pressed says nothing.
  side.allow({ kinds: [] });
  const before = side.commands().length;
  side.send({ type: 'change-kind', kind: 'two-way' });
  side.send({ type: 'keep-kind' });
  expect(side.commands()).toHaveLength(before);
});

test('what is agreed to goes with what it is agreed to for; an agent is asked nothing, nor is anybody for the voice', () => {
  const consent = 'Your picture is kept for 30 days.';
  const side = startCall();
  side.allow({ consent });
  expect(['two-way', 'one-way', 'voice'].map(kind => consentFor(side.context(), kind as 'voice'))).toEqual([
    consent,
    consent,
    '',
  ]);
  side.send({ type: 'start', kind: 'two-way', picture: 'camera', consent });
  side.ports.devices.last.give();
  expect(lastOf(side)).toMatchObject({ type: 'call.propose', consent });

  const invited = startCall();
  invited.log(proposed(agentParticipantId, theirs));
  invited.send({ type: 'accept', picture: 'camera', consent });
  invited.ports.devices.last.give();
  expect(lastOf(invited)).toMatchObject({ type: 'call.accept', consent });

  const unwilling = startCall();
  unwilling.log(proposed(agentParticipantId, theirs));
  unwilling.send({ type: 'decline', consent });
  expect(lastOf(unwilling)).toMatchObject({ type: 'call.decline', consent });
  // It is for that call alone.
  unwilling.log(declined(theirs));
  unwilling.send({ type: 'start', kind: 'two-way', picture: 'camera' });
  unwilling.ports.devices.last.give();
  expect(lastOf(unwilling)).not.toHaveProperty('consent');
});
