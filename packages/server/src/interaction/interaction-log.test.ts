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

test('what was said is held once, in the log: nothing grows with it that is copied for each message', () => {
  const log = new InteractionLog('one' as InteractionId);
  const idOf = (n: number) => `message-${n}` as CommandId;
  const sizes = Array.from({ length: 50 }, (_, n) => {
    log.append({ ...message(zoe), messageId: idOf(n), text: `text ${n}` }, n);
    return JSON.stringify(log.interaction).length;
  });
  expect(sizes.at(-1)).toBe(sizes[10]);
  const before = log.interaction;
  const file = { fileId: 'file-1' as CommandId, bytes: 10 };
  log.append({ type: 'file.shared', participantId: anna, file }, 51);
  expect(log.firstText).toBe('text 0');
  expect(log.files.map(one => one.file)).toEqual([file]);
  expect([idOf(49), file.fileId, idOf(50)].map(id => log.hasMessage(id))).toEqual([true, true, false]);
  log.takeBack(before);
  expect([log.files.length, log.hasMessage(file.fileId), log.hasMessage(idOf(49))]).toEqual([0, false, true]);
});
