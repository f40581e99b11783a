import type { ConversationContext } from '@eyeline/machines';
import {
  applyFact,
  type CallId,
  type CommandId,
  emptyInteraction,
  type Fact,
  type InteractionId,
  type NewFact,
  type ParticipantId,
} from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import { milestoneSentence } from './milestone-sentence.ts';
import { timelineOf } from './timeline.ts';

const interactionId = 'i1' as InteractionId;
const me = 'me' as ParticipantId;
const anna = 'anna' as ParticipantId;
const callId = 'c1' as CallId;
const noon = new Date(2026, 2, 10, 12).getTime();
const minute = 60_000;
const messageId = (n: number) => `message-000000-${n}` as CommandId;

const joined = { type: 'participant.joined', participantId: anna, role: 'agent', name: 'Anna' } as const;
const said = (participantId: ParticipantId, n: number): NewFact => ({
  type: 'message.sent',
  participantId,
  messageId: messageId(n),
  text: `text ${n}`,
});

/** A conversation whose log holds these facts at these times. */
function conversation(...entries: [at: number, fact: NewFact][]): ConversationContext {
  const facts = entries.map(([at, fact], index) => ({ ...fact, interactionId, at, seq: index + 1 }) as Fact);
  return {
    interactionId,
    participantId: me,
    ids: { commandId: () => messageId(99), callId: () => callId },
    online: true,
    interaction: facts.reduce(applyFact, emptyInteraction),
    entryPoint: null,
    position: null,
    wait: null,
    ladder: null,
    outbox: [],
    failure: null,
  };
}

const shape = (context: ConversationContext) =>
  timelineOf(context).map(line =>
    line.kind === 'group' ? [line.isOwn ? 'own' : line.name, line.messages.length] : [line.kind],
  );

describe('timeline', () => {
  test('groups what one participant says without a pause', () => {
    expect(
      shape(
        conversation(
          [noon, joined],
          [noon, said(anna, 1)],
          [noon + minute, said(anna, 2)],
          [noon + minute, said(me, 3)],
        ),
      ),
    ).toEqual([['day'], ['milestone'], ['Anna', 2], ['own', 1]]);
  });

  test('a pause, an event and midnight begin a new group', () => {
    expect(shape(conversation([noon, said(me, 1)], [noon + 5 * minute, said(me, 2)]))).toEqual([
      ['day'],
      ['own', 1],
      ['own', 1],
    ]);
    expect(shape(conversation([noon, said(me, 1)], [noon, joined], [noon, said(me, 2)]))).toEqual([
      ['day'],
      ['own', 1],
      ['milestone'],
      ['own', 1],
    ]);
    const midnight = new Date(2026, 2, 11).getTime();
    expect(shape(conversation([midnight - 1, said(me, 1)], [midnight, said(me, 2)]))).toEqual([
      ['day'],
      ['own', 1],
      ['day'],
      ['own', 1],
    ]);
  });

  test('what is not sent yet stands at the end', () => {
    const wish = { type: 'message.send', commandId: messageId(2), interactionId, text: 'later' } as const;
    const end = { type: 'interaction.end', commandId: messageId(3), interactionId } as const;
    const context = conversation([noon, said(me, 1)]);
    const outbox = [
      { wish, isAsked: false, failure: null },
      { wish: end, isAsked: false, failure: null },
    ];
    const last = timelineOf({ ...context, outbox }).at(-1);
    expect(last).toMatchObject({ kind: 'unsent', messages: [{ wish }] });
  });

  test('keys stay with their lines', () => {
    const before = conversation([noon, joined], [noon, said(anna, 1)]);
    const after = conversation([noon, joined], [noon, said(anna, 1)], [noon, said(anna, 2)], [noon, said(me, 3)]);
    const keys = (context: ConversationContext) => timelineOf(context).map(line => line.key);
    expect(keys(after).slice(0, 3)).toEqual(keys(before));
  });
});

describe('milestone', () => {
  const call = { callId, participantId: anna };
  const sentences = (context: ConversationContext) =>
    context.interaction.milestones.map(one => milestoneSentence(one, context.interaction.participants, me));

  test('is told from where one stands', () => {
    expect(
      sentences(
        conversation(
          [noon, joined],
          [noon, { type: 'call.proposed', ...call, media: 'p2p' }],
          [noon, { type: 'call.accepted', callId, participantId: me }],
          [noon + 83_000, { type: 'call.ended', ...call, reason: 'hung-up' }],
          [noon, { type: 'call.proposed', ...call, media: 'p2p' }],
          [noon, { type: 'call.declined', callId, participantId: me }],
          [noon, { type: 'call.proposed', ...call, media: 'p2p' }],
          [noon, { type: 'call.ended', ...call, reason: 'withdrawn' }],
          [noon, { type: 'interaction.closed', participantId: anna, disposition: 'handled' }],
        ),
      ),
    ).toEqual([
      'Anna joined the chat',
      'Video call started',
      'Video call ended after 1 min 23 s',
      'You declined the video call',
      'Missed video call from Anna',
      'Anna ended the chat',
    ]);
  });
});
