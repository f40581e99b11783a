import type { CommandId, InteractionId, ParticipantId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { InteractionLog } from './interaction-log.ts';

const [zoe, anna] = ['zoe', 'anna'] as ParticipantId[] as [ParticipantId, ParticipantId];
const messageId = 'message-1' as CommandId;
const message = (participantId: ParticipantId) =>
  ({ type: 'message.sent', participantId, messageId, text: 'a' }) as const;

test('a message is found by who sent it and its id, also in a log that was read from the store', () => {
  const log = new InteractionLog('one' as InteractionId);
  const first = log.append(message(zoe), 1);
  expect(log.sent(zoe, messageId)).toBe(first);
  expect(log.sent(anna, messageId)).toBeUndefined();
  const other = log.append(message(anna), 2);
  expect(log.sent(zoe, messageId)).toBe(first);
  expect(log.sent(anna, messageId)).toBe(other);
  expect(new InteractionLog(log.interactionId, [first, other]).sent(zoe, messageId)).toBe(first);
});

test('a message that was taken back was never sent', () => {
  const log = new InteractionLog('one' as InteractionId);
  const before = log.interaction;
  log.append(message(zoe), 1);
  log.takeBack(before);
  expect(log.sent(zoe, messageId)).toBeUndefined();
});
