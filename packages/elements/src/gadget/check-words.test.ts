import { checkOf, emptyInteraction, type Fact, type Interaction, type ParticipantId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { isolate } from '../parts/isolate.ts';
import { customerCheckWords } from './check-words.ts';

const [ada, ben] = ['ada', 'ben'] as ParticipantId[] as [ParticipantId, ParticipantId];
const participants: Interaction['participants'] = [
  { participantId: ada, role: 'customer', name: 'Ada', presence: 'present', deliveredSeq: 0 },
  { participantId: ben, role: 'agent', name: 'Ben', presence: 'present', deliveredSeq: 0 },
];
const found = (participantId: ParticipantId, checks: Fact<'participant.checked'>['checks']) =>
  ({ type: 'participant.checked', participantId, durationMs: 1, checks }) as Fact<'participant.checked'>;
const covered = [{ ...checkOf('camera', 'success' as const), code: 'camera-black' as const }];
const after = (...checked: Fact<'participant.checked'>[]) =>
  customerCheckWords({ ...emptyInteraction, participants, checked });

test('the agent reads in one line what the customer was told last, and nothing where all is well', () => {
  expect(after()).toBeNull();
  expect(after(found(ada, covered))).toBe(
    `${isolate('Ada')}’s check before a call said: “The camera shows nothing but black. Open its cover, or choose another one.”`,
  );
  expect(after(found(ada, covered), found(ada, [checkOf('camera', 'success')]))).toBeNull();
  // What the agent found is the agent's own.
  expect(after(found(ben, covered))).toBeNull();
});
