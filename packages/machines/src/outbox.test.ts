import { type Command, failure } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { askAll, isDurable, lose, loseAll, type Outbox, put, refuse, retry, take, unasked } from './outbox.ts';
import { callId, commandId, interactionId } from './testing/ids.ts';

const message = (name: string): Command<'message.send'> => ({
  type: 'message.send',
  commandId: commandId(name),
  interactionId,
  text: name,
});
const end: Command<'call.end'> = {
  type: 'call.end',
  commandId: commandId('end'),
  interactionId,
  callId: callId('call'),
  reason: 'hung-up',
};
const ids = (outbox: Outbox) => unasked(outbox).map(command => command.commandId);
const [first, second] = [message('first'), message('second')];
const both = put(put([], first), second);

test('what changes something is kept, what is true only for the moment is not', () => {
  expect([first, end].every(isDurable)).toBe(true);
  expect(isDurable({ type: 'typing.set', interactionId, typing: true })).toBe(false);
  expect(isDurable({ type: 'message.mark-delivered', interactionId, throughSeq: 1 })).toBe(false);
});

test('is sent in its order, and once on a connection', () => {
  expect(ids(both)).toEqual([first.commandId, second.commandId]);
  expect(ids(askAll(both))).toEqual([]);
  expect(ids(put(askAll(both), end))).toEqual([end.commandId]);
  expect(ids(loseAll(put(askAll(both), end)))).toEqual([first.commandId, second.commandId, end.commandId]);
  expect(ids(lose(askAll(both), second.commandId))).toEqual([second.commandId]);
});

test('what is answered leaves', () => {
  expect(take(both, first.commandId).map(({ command }) => command)).toEqual([second]);
  expect(take(both, commandId('unknown'))).toEqual(both);
});

test('a refused message stays to be tried again; any other refused command leaves', () => {
  const refused = refuse(askAll(put(both, end)), first.commandId, failure('message-too-long'));
  expect(refused[0]).toMatchObject({ command: first, failure: { code: 'message-too-long' } });
  expect(ids(loseAll(refused))).toEqual([second.commandId, end.commandId]);
  expect(ids(retry(refused, first.commandId))).toEqual([first.commandId]);
  expect(refuse(refused, end.commandId, failure('call-gone')).map(({ command }) => command)).toEqual([first, second]);
});
