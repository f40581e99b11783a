import type { ConversationContext } from '@eyeline/machines';
import { applyFact, emptyInteraction, type Fact, type InteractionId, type ParticipantId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { SpokenNews } from './spoken-news.ts';

const me = 'me' as ParticipantId;
const joined = { type: 'participant.joined', participantId: 'anna', role: 'agent', name: 'Anna' };
const wrote = (participantId: string, text: string, more: object = {}) => ({
  ...{ type: 'message.sent', participantId, messageId: `message-000000-${text}`, text },
  ...more,
});
const file = { fileId: 'f', name: 'Offer.pdf', mimeType: 'application/pdf', size: 9 };

const conversation = (facts: readonly object[], interactionId = 'i1') =>
  ({
    ...{ interactionId: interactionId as InteractionId, participantId: me },
    interaction: facts
      .map((fact, index) => ({ ...fact, interactionId, at: 1, seq: index + 1 }) as unknown as Fact)
      .reduce(applyFact, emptyInteraction),
  }) as ConversationContext;

test('tells each message of others once, with who wrote it, and what happened; nothing of what was there, nothing of one’s own', () => {
  const news = new SpokenNews();
  const facts: object[] = [joined, wrote('anna', 'Good morning')];
  const next = (...more: object[]) => {
    facts.push(...more);
    return news.next(conversation(facts));
  };
  expect(news.next(conversation([]))).toEqual([]);
  expect(next()).toEqual([]);
  expect(next(wrote('me', 'Hello'))).toEqual([]);
  expect(next(wrote('anna', 'Hello, Ada'))).toEqual(['Anna: Hello, Ada']);
  expect(next()).toEqual([]);
  expect(next(wrote('anna', 'See'), wrote('anna', '', { file }), wrote('me', 'Thanks'))).toEqual([
    'Anna: See',
    'Anna: Offer.pdf',
  ]);
  expect(next(wrote('anna', 'It ends with •••• 1111'))).toEqual(['Anna: It ends with Hidden, ends with 1111']);
  expect(next(wrote('ghost', 'Boo'))).toEqual(['Somebody: Boo']);
  expect(next({ type: 'interaction.closed', participantId: 'anna' })[0]).toMatch(/Anna.* ended the chat/);
  expect(next({ type: 'survey.answered', participantId: 'me', stars: 4 })).toEqual([]);

  // Another conversation in the same place begins with what is there.
  expect(news.next(conversation([joined, wrote('anna', 'Before')], 'i2'))).toEqual([]);
  expect(news.next(conversation([joined, wrote('anna', 'Before'), wrote('anna', 'Now')], 'i2'))).toEqual(['Anna: Now']);
});
