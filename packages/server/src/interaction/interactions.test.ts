import type { InteractionId, NewFact, ParticipantId, TaskId } from '@eyeline/protocol';
import { beforeEach, expect, test, vi } from 'vitest';
import { InteractionLog } from './interaction-log.ts';
import { Interactions } from './interactions.ts';

let interactions: Interactions;
beforeEach(() => {
  interactions = new Interactions({ loadFacts: async () => [], findConversations: async () => [] }, () => {});
});

const opened = (taskId: string, about?: InteractionId): NewFact =>
  ({
    ...{ type: 'interaction.opened', entryPointId: 'support' as never, domain: 'chat', form: {}, attributes: {} },
    taskId: taskId as TaskId,
    ...(about ? { consult: { about, askedBy: 'anna' as ParticipantId } } : {}),
  }) as unknown as NewFact;
const closed: NewFact = { type: 'interaction.closed', participantId: null, disposition: 'handled' };

function open(name: string, about?: InteractionId): InteractionLog {
  const log = interactions.create(name as InteractionId, `task-${name}` as TaskId, 0);
  interactions.append(log, opened(`task-${name}`, about), 0);
  return log;
}

test('how many are open is known at any time, and nothing is looked through for it', () => {
  const logs = Array.from({ length: 50 }, (_, index) => open(`i-${index}`));
  const [first, second] = logs;
  if (!first || !second) throw new Error('none');
  open('consult', first.interactionId);
  expect(interactions.openCount).toBe(50);
  const before = first.interaction;
  const fact = interactions.append(first, closed, 0);
  interactions.append(second, closed, 0);
  expect(interactions.openCount).toBe(48);
  interactions.takeBack(first, fact, before);
  expect(interactions.openCount).toBe(49);
  interactions.takeBackOpening(first, 'task-i-0' as TaskId);
  interactions.forgetUnused(Number.MAX_SAFE_INTEGER, () => false);
  expect(interactions.openCount).toBe(48);
  const looks = vi.spyOn(InteractionLog.prototype, 'isClosed', 'get');
  for (let scrape = 0; scrape < 10; scrape += 1) expect(interactions.openCount).toBe(48);
  expect(looks).not.toHaveBeenCalled();
  looks.mockRestore();
  expect([...interactions.all()].filter(log => !log.isClosed && !log.consult)).toHaveLength(48);
});
