import type { ConversationContext } from '@eyeline/machines';
import { EntryPoint, emptyInteraction, type Interaction, type ParticipantId } from '@eyeline/protocol';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { requestOf, withRequest } from './request.ts';

const ada = {
  participantId: 'ada' as ParticipantId,
  role: 'customer',
  name: 'Ada',
  presence: 'present',
  deliveredSeq: 0,
};
const entryPoint = v.parse(EntryPoint, {
  entryPointId: 'support',
  title: 'Support',
  form: [
    { name: 'name', label: 'Name', type: 'text' },
    { name: 'question', label: 'How can we help?', type: 'textarea' },
  ],
});
const asked = (participantId: string, given: object = {}) =>
  requestOf({
    participantId: participantId as ParticipantId,
    entryPoint: entryPoint as ConversationContext['entryPoint'],
    interaction: {
      ...emptyInteraction,
      participants: [ada],
      form: { name: 'Ada', question: ' Where is my parcel? ' },
      openedAt: 7,
      ...given,
    } as Interaction,
  });

describe('requestOf', () => {
  test('what was asked in the form is the customer’s, on both sides', () => {
    expect(asked('ada')).toMatchObject({ isOwn: true, name: 'Ada', at: 7, text: 'Where is my parcel?' });
    expect(asked('anna')).toMatchObject({ isOwn: false, name: 'Ada', text: 'Where is my parcel?' });
  });

  test('nothing where nothing was asked, and where the request is no chat', () => {
    expect(asked('ada', { form: { name: 'Ada', question: '  ' } })).toBeNull();
    expect(asked('anna', { domain: 'callback' })).toBeNull();
  });
});

test('it stands first, below its day', () => {
  const day = { kind: 'day', key: 'day-1', at: 7 } as const;
  const request = asked('ada');
  expect(withRequest([day], request)).toEqual([day, request]);
  expect(withRequest([], request)).toEqual([request]);
  expect(withRequest([day], null)).toEqual([day]);
});
