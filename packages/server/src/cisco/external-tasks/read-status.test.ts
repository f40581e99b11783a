import type { AgentId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { type ChosenAgent, readStatus, type StatusView } from './read-status.ts';

const anna = 'anna' as AgentId;
const externalTask = { address: 'there', waitMs: null, isUnreachable: false, passedBy: null };
const queued = { state: 'queued', agentId: null } as const;
const offered = { state: 'offered', agentId: anna } as const;
const chosen: ChosenAgent = { agentId: anna, isSignedIn: true, isHere: true, isBeingAsked: false, hasAccepted: false };
const reserved = { state: 'offered', agentId: '1001' } as const;
const read = (view: Partial<StatusView>) =>
  readStatus({
    ...{ externalTask, task: queued, status: { state: 'unknown' }, chosen: undefined },
    ...{ connectsAtOnce: false, isOverdue: false, ...view },
  });

test('what is not new is not told', () => {
  expect(read({})).toBeNull();
  expect(read({ status: { state: 'requested' } })).toBeNull();
  expect(read({ status: { state: 'queued' } })).toBeNull();
  expect(read({ status: { state: 'gone' } })).toBeNull();
  expect(read({ status: reserved, chosen, task: offered })).toBeNull();
  expect(read({ status: reserved, chosen, externalTask: { ...externalTask, passedBy: anna } })).toBeNull();
  expect(read({ status: reserved, chosen: { ...chosen, isBeingAsked: true } })).toBeNull();
});

test('the wait, and that it can be heard of again', () => {
  const waiting = { state: 'queued', estimatedWaitMs: 5_000 } as const;
  expect(read({ status: waiting })).toEqual({ type: 'external-task.queued', waitMs: 5_000 });
  expect(read({ status: waiting, externalTask: { ...externalTask, waitMs: 5_000 } })).toBeNull();
  const unreachable = { ...externalTask, waitMs: 5_000, isUnreachable: true };
  expect(read({ status: waiting, externalTask: unreachable })).toEqual({ type: 'external-task.queued', waitMs: 5_000 });
  expect(read({ externalTask: unreachable })).toEqual({ type: 'external-task.placed', address: 'there' });
});

test('chosen, accepted, given back', () => {
  expect(read({ status: reserved, chosen })).toEqual({ type: 'external-task.chosen', agentId: anna });
  const taken = { type: 'external-task.taken', agentId: anna };
  expect(read({ status: reserved, chosen: { ...chosen, hasAccepted: true }, task: offered })).toEqual(taken);
  expect(read({ status: reserved, chosen, connectsAtOnce: true })).toEqual(taken);
  expect(read({ status: { state: 'handled', agentId: '1001' }, chosen })).toEqual(taken);
  expect(read({ status: { state: 'queued' }, task: offered })).toEqual({ type: 'external-task.queued', waitMs: null });
});

test('who is not here is waited for, and then the customer is told', () => {
  const away = { ...chosen, isSignedIn: false, isHere: false };
  expect(read({ status: reserved, chosen: away })).toBeNull();
  expect(read({ status: reserved, chosen: away, isOverdue: true })).toMatchObject({ because: 'agent-absent' });
  expect(read({ status: reserved, isOverdue: true })).toMatchObject({ reason: expect.stringContaining('1001') });
  expect(read({ status: { state: 'handled', agentId: '1001' } })).toMatchObject({ because: 'agent-absent' });
  expect(read({ status: reserved, chosen: away, task: offered })).toMatchObject({ type: 'external-task.queued' });
});

test('a connection that is lost for a moment does not undo what the agent accepted', () => {
  const lost = { ...chosen, isHere: false };
  expect(read({ status: reserved, chosen: lost })).toBeNull();
  expect(read({ status: reserved, chosen: { ...lost, hasAccepted: true } })).toMatchObject({
    type: 'external-task.taken',
  });
  expect(read({ status: { state: 'handled' }, chosen: lost })).toMatchObject({ type: 'external-task.taken' });
});

test('discarded there is given up here, with the reason that is said there', () => {
  expect(read({ status: { state: 'closed', reason: 'NOTIFICATION_NO_SCRIPT' } })).toEqual({
    ...{ type: 'external-task.given-up', because: 'given-up', reason: 'NOTIFICATION_NO_SCRIPT' },
  });
});
