import { type Consult, type ConsultTask, type InteractionId, noEscalation, type TaskId } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settled } from './testing/fake-ports.ts';
import { agentParticipantId, callId, commandId, customerId, interactionId, taskId } from './testing/ids.ts';
import { desk, startAtDesk, task, types } from './testing/start-agent.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const asked = 'interaction-asked' as InteractionId;
const consult: Consult = { interactionId: asked, taskId, participantId: agentParticipantId, to: 'Ben', ending: null };
const about: ConsultTask = { about: interactionId, askerName: 'Anna', customerName: 'Ada' };
/** What Ben has in hand: Anna's question about Ada. */
const bens = { ...task, taskId: 'task-asked' as TaskId, interactionId: asked, consult: about };

const catchUps = (side: ReturnType<typeof startAtDesk>) =>
  side.connection.asked().flatMap(command => (command.type === 'interaction.catch-up' ? [command.interactionId] : []));

test('an agent asks a colleague: what they say stands beside the task, in a conversation of its own', () => {
  const side = startAtDesk({ tasks: [task] });
  const { actor, connection, context } = side;
  connection.asked();
  const to = { kind: 'queue', queueId: 'billing' } as const;
  actor.send({ type: 'ask-colleague', taskId, to, question: 'May she?' });
  const [question] = connection.asked();
  expect(question).toMatchObject({ type: 'consult.ask', taskId, to, question: 'May she?' });
  connection.answer(question, { interactionId: asked });
  connection.notify({ type: 'consult.changed', ...consult });
  expect(catchUps(side)).toEqual([asked]);
  expect(context()).toMatchObject({ tasks: [{ taskId }], consults: [{ interactionId: asked, ending: null }] });
  const before = context().consults[0]?.conversation;
  const message = { interactionId: asked, seq: 1, at: 1, participantId: customerId, messageId: commandId('m') };
  connection.notify({ type: 'message.sent', ...message, text: 'yes' });
  expect(before?.getSnapshot().context.interaction.messages).toMatchObject([{ text: 'yes' }]);
  expect(context().tasks[0]?.conversation.getSnapshot().context.interaction.messages).toEqual([]);
  connection.notify({ type: 'consult.changed', ...consult, ending: 'declined' });
  expect(context().consults).toMatchObject([{ ending: 'declined' }]);
  expect(context().consults[0]?.conversation).toBe(before);
  actor.send({ type: 'complete-consult', taskId });
  expect(connection.asked()).toMatchObject([{ type: 'consult.complete', taskId }]);
  connection.notify({ type: 'task.state-changed', ...task, state: 'closed' });
  expect(context()).toMatchObject({ tasks: [], consults: [] });
  expect(before?.getSnapshot().status).toBe('stopped');
});

test('a colleague who is asked reads along, without a say, a confirmation or a ringing call', async () => {
  const side = startAtDesk();
  const { connection, context } = side;
  connection.asked();
  connection.notify({ type: 'task.state-changed', ...bens });
  expect(catchUps(side).sort()).toEqual([interactionId, asked].sort());
  const reading = context().tasks[0]?.reading;
  const answer = (facts: typeof side.centre.facts) =>
    connection.answer(
      { type: 'interaction.catch-up', interactionId, afterSeq: 0 },
      {
        facts,
        entryPoint: side.centre.entryPoint,
        position: null,
        wait: null,
        fallback: null,
        escalation: noEscalation,
      },
    );
  side.centre.append({ type: 'message.sent', participantId: customerId, messageId: commandId('m'), text: 'hello' });
  side.centre.append({ type: 'call.proposed', callId: callId('theirs'), participantId: customerId, media: 'p2p' });
  answer(side.centre.facts);
  expect(reading?.getSnapshot().context.interaction.messages).toMatchObject([{ text: 'hello' }]);
  await settled();
  expect(reading?.getSnapshot().context.call).toBeNull();
  const seq = side.centre.facts.length + 1;
  connection.notify({
    type: 'call.accepted',
    interactionId,
    seq,
    at: 2,
    callId: callId('theirs'),
    participantId: agentParticipantId,
  });
  await settled();
  expect(reading?.getSnapshot().context.call).toBeNull();
  expect(types(connection.asked())).toEqual([]);
});

test('over, it stays to be read until it is put away', () => {
  const { actor, connection, context } = startAtDesk({ tasks: [bens] });
  connection.notify({ type: 'task.state-changed', ...bens });
  actor.send({ type: 'put-away', taskId: bens.taskId });
  expect(context().tasks).toHaveLength(1);
  connection.notify({ type: 'task.state-changed', ...bens, state: 'closed' });
  expect(context().tasks).toMatchObject([{ state: 'closed' }]);
  const { conversation, reading } = context().tasks[0] ?? {};
  actor.send({ type: 'put-away', taskId: bens.taskId });
  expect(context()).toMatchObject({ tasks: [], selected: null });
  expect([conversation?.getSnapshot().status, reading?.getSnapshot().status]).toEqual(['stopped', 'stopped']);
});

test('taken over, the conversation itself takes the place of the question about it', () => {
  const { connection, context } = startAtDesk({ tasks: [bens] });
  expect(context().selected).toBe(bens.taskId);
  connection.notify({ type: 'task.state-changed', ...bens, state: 'closed' });
  connection.notify({ type: 'task.state-changed', ...task, participantId: agentParticipantId });
  expect(context()).toMatchObject({ tasks: [{ taskId, reading: null }], selected: taskId });
});

test('after a break both sides go on with the same conversations', () => {
  const side = startAtDesk({ tasks: [task, bens], consults: [consult] });
  const { connection, context } = side;
  const actors = () => [
    ...context().tasks.flatMap(one => [one.conversation, one.reading]),
    ...context().consults.map(one => one.conversation),
  ];
  const before = actors();
  connection.asked();
  connection.notify({ type: 'connection.lost' });
  connection.notify({ type: 'connection.opened' });
  connection.answer(connection.asked()[0], desk({ tasks: [task, bens], consults: [consult] }));
  expect(actors()).toEqual(before);
  // The task and the reading are of one interaction, the consult and its asker's side of the other.
  expect(catchUps(side).sort()).toEqual([interactionId, interactionId, asked, asked].sort());
});

test('what the server does not know of any more is gone', () => {
  const { connection, context } = startAtDesk({ tasks: [task, bens], consults: [consult] });
  const { conversation } = context().consults[0] ?? {};
  connection.notify({ type: 'connection.lost' });
  connection.notify({ type: 'connection.opened' });
  connection.answer(connection.asked().at(-1), desk());
  expect(context()).toMatchObject({ tasks: [], consults: [] });
  expect(conversation?.getSnapshot().status).toBe('stopped');
});
