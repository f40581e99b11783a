import { events, failure, type InteractionId, type TaskId, type WireEvent } from '@eyeline/protocol';
import { describe, expect, test } from 'vitest';
import type { AgentIntent } from './agent-event.ts';
import { canDo } from './desk-controls.ts';
import { interactionId, offerId, taskId } from './testing/ids.ts';
import { desk, offer, other, startAtDesk, task, types } from './testing/start-agent.ts';

const to = { kind: 'queue', queueId: 'billing' } as const;
const finish: AgentIntent = { type: 'wrap-up', taskId, code: 'solved' };
const isPossible = ({ actor }: ReturnType<typeof startAtDesk>, intent: AgentIntent) =>
  canDo(actor.getSnapshot(), intent);

function start() {
  const side = startAtDesk({ offers: [offer], tasks: [{ ...task, state: 'wrapping-up' }, other] });
  side.connection.asked();
  return side;
}

describe('a command of the desk', () => {
  test.each<AgentIntent>([
    finish,
    { type: 'accept-offer', offerId },
    { type: 'decline-offer', offerId },
    { type: 'pick', taskId: 'task-9' as TaskId },
    { type: 'transfer', taskId, to },
    { type: 'ask-colleague', taskId, to, question: 'May she?' },
    { type: 'complete-consult', taskId },
    { type: 'record-attempt', taskId, outcome: 'reached' },
    { type: 'go-ready', domains: ['chat'] },
    { type: 'go-not-ready', reason: 'break' },
    { type: 'sign-out' },
  ])('$type pressed twice is asked once, and can be pressed again when it was refused or lost', intent => {
    const side = start();
    expect(isPossible(side, intent)).toBe(true);
    side.actor.send(intent);
    side.actor.send(intent);
    const [first, ...more] = side.connection.asked();
    expect(more).toEqual([]);
    expect(isPossible(side, intent)).toBe(false);
    side.connection.refuse(first, failure('server-busy'));
    expect(isPossible(side, intent)).toBe(true);
    side.actor.send(intent);
    const [second] = side.connection.asked();
    expect(second).toMatchObject({
      ...first,
      commandId: expect.not.stringMatching(String(first && 'commandId' in first && first.commandId)),
    });
    if (second) side.connection.notify({ type: 'lost', command: second });
    expect(isPossible(side, intent)).toBe(true);
  });

  test('that failed changes nothing of another that is pending', () => {
    const side = start();
    side.actor.send(finish);
    side.actor.send({ type: 'accept-offer', offerId });
    const [wrapUp, accept] = side.connection.asked();
    side.connection.refuse(accept, failure('offer-gone'));
    expect(isPossible(side, finish)).toBe(false);
    side.actor.send({ type: 'dismiss-failure' });
    expect(isPossible(side, finish)).toBe(false);
    side.actor.send(finish);
    expect(side.connection.asked()).toEqual([]);
    side.connection.refuse(wrapUp, failure('task-gone'));
    expect(side.context().commands).toMatchObject([{ command: wrapUp, failure: { code: 'task-gone' } }]);
  });

  test('and its failure are kept apart from those of others', () => {
    const side = start();
    side.actor.send({ type: 'accept-offer', offerId });
    side.actor.send(finish);
    const [accept, wrapUp] = side.connection.asked();
    side.connection.refuse(accept, failure('offer-gone'));
    side.connection.refuse(wrapUp, failure('task-gone'));
    expect(side.context().commands.map(one => [one.command.type, one.failure?.code])).toEqual([
      ['offer.accept', 'offer-gone'],
      ['task.wrap-up', 'task-gone'],
    ]);
    side.actor.send({ type: 'accept-offer', offerId });
    expect(side.context().commands.map(one => [one.command.type, one.failure?.code])).toEqual([
      ['task.wrap-up', 'task-gone'],
      ['offer.accept', undefined],
    ]);
    side.actor.send({ type: 'dismiss-failure' });
    expect(types(side.context().commands.map(({ command }) => command))).toEqual(['offer.accept']);
  });

  test('about an offer or a task excludes every other about the same, and none about another', () => {
    const side = start();
    side.actor.send({ type: 'accept-offer', offerId });
    expect(isPossible(side, { type: 'decline-offer', offerId })).toBe(false);
    side.actor.send(finish);
    expect(isPossible(side, { type: 'transfer', taskId, to })).toBe(false);
    expect(isPossible(side, { type: 'transfer', taskId: other.taskId, to })).toBe(true);
  });

  test('to be ready can be followed by another state at once', () => {
    const side = start();
    side.actor.send({ type: 'go-ready', domains: ['chat'] });
    side.actor.send({ type: 'go-not-ready', reason: 'break' });
    expect(types(side.connection.asked())).toEqual(['agent.set-state', 'agent.set-state']);
  });

  test('that was pending when the connection broke is over when the desk is back', () => {
    const side = start();
    side.actor.send(finish);
    side.connection.notify({ type: 'connection.lost' });
    expect(isPossible(side, finish)).toBe(false);
    side.connection.notify({ type: 'connection.opened' });
    const resume = side.connection.asked().find(({ type }) => type === 'agent.resume');
    side.connection.answer(resume, desk({ tasks: [{ ...task, state: 'wrapping-up' }] }));
    expect(side.context().commands).toEqual([]);
    expect(isPossible(side, finish)).toBe(true);
  });
});

/** The desk itself takes these, though they name an interaction. */
const ofDesk: readonly WireEvent['type'][] = [
  'offer.made',
  'task.state-changed',
  'consult.changed',
  'invitation.changed',
];
const aboutInteraction = Object.entries(events).flatMap(([name, schema]) =>
  'entries' in schema && 'interactionId' in schema.entries && !ofDesk.some(one => one === name) ? [name] : [],
);

test.each(aboutInteraction)('%s reaches the conversation that it is about, and no other', name => {
  const received: [unknown, string][] = [];
  const side = startAtDesk({ tasks: [task, other] }, undefined, seen => {
    if (seen.type === '@xstate.event') received.push([seen.actorRef, seen.event.type]);
  });
  const event = { type: name, interactionId } as WireEvent;
  side.connection.notify(event);
  side.connection.notify({ ...event, interactionId: 'unknown' as InteractionId } as WireEvent);
  const byConversation = [0, 1].map(at =>
    received.filter(([by, type]) => by === side.conversation(at) && type === name),
  );
  expect(byConversation.map(({ length }) => length)).toEqual([1, 0]);
});

test('there are many such events', () => {
  expect(aboutInteraction.length).toBeGreaterThan(15);
});
