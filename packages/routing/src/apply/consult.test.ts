import type { AgentId, TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { positionOf } from '../query/position.ts';
import { pullList } from '../query/pull-list.ts';
import { waitingCount } from '../query/records.ts';
import { Centre } from '../testing/centre.ts';
import { whyNoTakeOver } from './consult.ts';

const id = (task: string) => task as TaskId;
const agentId = (agent: string) => agent as AgentId;

const ask = (centre: Centre, about: string, to: { agentId?: AgentId; queueId?: string } = {}, taskId = 'why') => {
  centre.now += 1;
  return centre.notify({ type: 'consult.asked', taskId: id(taskId), about: id(about), ...to });
};

/** Ada serves `zoe`; Ben is there, and ready. */
function served(source: ConstructorParameters<typeof Centre>[0] = {}): Centre {
  const centre = new Centre({ agentDefaults: { domains: { chat: 2, video: 1 } }, ...source });
  centre.ready('ada');
  centre.serve('zoe');
  centre.ready('ben');
  return centre;
}

const complete = (centre: Centre, domain: 'chat' | 'video' | 'callback' = 'chat') =>
  centre.notify({ type: 'consult.completed', taskId: id('why'), newTaskId: id('zoe-2'), domain });

test('12.1 an agent asks about an active task, once at a time, and neither capacity nor the task changes', () => {
  const centre = served();
  const before = JSON.stringify(centre.state.tasks.get(id('zoe')));
  ask(centre, 'zoe', { agentId: agentId('ben') });
  expect(centre.with('why')).toBe('ben');
  expect(centre.last('offer.made')).toMatchObject([{ offer: { taskId: 'why', agentId: 'ben', domain: 'chat' } }]);
  expect(JSON.stringify(centre.state.tasks.get(id('zoe')))).toBe(before);
  expect(centre.state.agentSessions.get(agentId('ada'))?.agent.inHand).toHaveLength(1);
  ask(centre, 'zoe', {}, 'again');
  expect(centre.taskState('again')).toBe('closed');
  centre.accept('why');
  ask(centre, 'why', {}, 'of a consult');
  expect(centre.taskState('of a consult')).toBe('closed');
  ask(centre, 'nothing', {}, 'about nothing');
  expect(centre.taskState('about nothing')).toBe('closed');
  centre.notify({ type: 'task.ended', taskId: id('why') });
  centre.notify({ type: 'task.ended', taskId: id('zoe') });
  ask(centre, 'zoe', {}, 'too late');
  expect(centre.taskState('too late')).toBe('closed');
});

test('12.2 it is found before those who wait, is never offered to who asks, and no customer sees a place move', () => {
  const centre = served({ queues: { default: { limit: 2 } } });
  centre.notify({ type: 'agent.asked-ready', agentId: agentId('ben'), domains: ['video'] });
  centre.serve('second');
  expect(centre.with('second')).toBe('ada');
  centre.request('waits');
  centre.allEffects.length = 0;
  ask(centre, 'zoe', { queueId: 'default' });
  expect(centre.with('why')).toBeNull();
  expect(positionOf(centre.state, id('waits'))?.position).toBe(1);
  expect(waitingCount(centre.state)).toBe(1);
  expect(centre.all('queue.moved')).toEqual([]);
  // There is still room in a queue with a limit of two: a consult takes none.
  centre.request('last');
  expect(centre.taskState('last')).toBe('queued');
  // Room for one: who asks takes a customer, never the own question.
  centre.finish('second');
  expect(centre.with('waits')).toBe('ada');
  expect(centre.with('why')).toBeNull();
  // And who becomes free has the question before the customers.
  centre.notify({ type: 'agent.asked-ready', agentId: agentId('ben'), domains: ['chat'] });
  expect(centre.with('why')).toBe('ben');
});

test('12.2 it is offered where customers are picked, is not listed, does not overflow and is not flushed', () => {
  const centre = served({
    queues: { inbox: { mode: 'pull', overflow: 'other', maxWaitMs: 1_000, skills: [{ skill: 'mail' }] }, other: {} },
    skills: ['mail'],
    defaultQueue: 'other',
    agents: { ben: { skills: { mail: 1 }, domains: { chat: 1 } }, eve: { domains: { chat: 1 } } },
  });
  centre.ready('eve');
  centre.serve('bens', { queueId: 'other', preferredAgentId: agentId('ben') });
  ask(centre, 'zoe', { queueId: 'inbox' });
  expect(pullList(centre.state, agentId('ben'))).toEqual([]);
  centre.pass(2_000);
  expect(centre.all('task.moved')).toEqual([]);
  centre.notify({ type: 'queue.flushed', queueId: 'inbox', toQueueId: 'other' });
  centre.notify({ type: 'task.picked', taskId: id('why'), agentId: agentId('eve') });
  centre.notify({ type: 'task.domain-asked', taskId: id('why'), domain: 'video' });
  const window = { from: centre.now, until: centre.now + 60_000, timeZone: 'UTC' };
  centre.notify({ type: 'callback.asked', taskId: id('why'), window });
  expect(centre.taskState('why')).toBe('queued');
  centre.finish('bens');
  expect(centre.with('why')).toBe('ben');
  expect(centre.all('fallback.offered').filter(({ taskId }) => taskId === 'why')).toEqual([]);
});

test('12.2 a router outside is not asked: whom an agent asks is our own business', () => {
  const centre = served({ queues: { default: {}, cce: { mode: 'outside' } } });
  ask(centre, 'zoe', { queueId: 'cce' });
  expect(centre.with('why')).toBe('ben');
  expect(centre.all('external-task.request')).toEqual([]);
});

test('12.3 one colleague: declined or not answered, and it is over', () => {
  const centre = served();
  ask(centre, 'zoe', { agentId: agentId('ben') });
  centre.decline('why');
  expect(centre.ending('why')).toBe('declined');
  expect(centre.status('ben')?.state).toBe('ready');
  ask(centre, 'zoe', { agentId: agentId('ben') }, 'once more');
  centre.pass(20_000);
  expect(centre.ending('once more')).toBe('not-answered');
  expect(centre.status('ben')).toMatchObject({ state: 'not-ready', reason: 'no-answer' });
  expect(centre.taskState('zoe')).toBe('active');
});

test('12.3 a queue: the next one is asked, and no one twice', () => {
  const centre = served();
  centre.ready('eve');
  ask(centre, 'zoe', { queueId: 'default' });
  expect(centre.with('why')).toBe('ben');
  centre.decline('why');
  expect(centre.with('why')).toBe('eve');
  centre.pass(15_000);
  expect(centre.with('why')).toBe('eve');
  centre.decline('why');
  expect(centre.ending('why')).toBe('nobody-there');
});

test('12.4 it ends when nobody is left who could take it, and after a time', () => {
  const centre = served();
  centre.agent('ben', 'signed-out');
  ask(centre, 'zoe', { agentId: agentId('ben') });
  expect(centre.ending('why')).toBe('nobody-there');
  ask(centre, 'zoe', { queueId: 'default' }, 'queue');
  expect(centre.ending('queue')).toBe('nobody-there');
  ask(centre, 'zoe', { queueId: 'gone' }, 'gone');
  expect(centre.ending('gone')).toBe('unknown-queue');
  centre.ready('ben');
  centre.notify({ type: 'agent.asked-not-ready', agentId: agentId('ben'), reason: 'lunch' });
  ask(centre, 'zoe', { agentId: agentId('ben') }, 'lunch');
  expect(centre.taskState('lunch')).toBe('queued');
  centre.pass(59_999);
  expect(centre.taskState('lunch')).toBe('queued');
  centre.pass(1);
  expect(centre.ending('lunch')).toBe('nobody-there');
  ask(centre, 'zoe', { agentId: agentId('ben') }, 'leaves');
  centre.agent('ben', 'signed-out');
  expect(centre.ending('leaves')).toBe('nobody-there');
});

test('12.5 12.6 it takes the colleague as any chat does, phone too, and gives both back at once', () => {
  const centre = served({ agents: { ben: { domains: { chat: 1, video: 1 }, voiceChannel: true } } });
  centre.phone('ben', 'ready');
  ask(centre, 'zoe', { agentId: agentId('ben') });
  expect(centre.last('voice.hold')).toMatchObject([{ agentId: 'ben' }]);
  centre.confirm('ben');
  centre.accept('why');
  expect(centre.status('ben')?.domains).toMatchObject({ chat: 'busy', video: 'busy' });
  centre.notify({ type: 'task.ended', taskId: id('why') });
  expect(centre.ending('why')).toBe('ended');
  expect(centre.last('voice.release')).toMatchObject([{ agentId: 'ben' }]);
  expect(centre.state.agentSessions.get(agentId('ben'))?.agent).toMatchObject({ inHand: [], handled: 0 });
});

test('12.5 an exclusive task leaves no room for one', () => {
  const centre = served();
  centre.serve('face to face', { domain: 'video', preferredAgentId: agentId('ben'), insists: true });
  ask(centre, 'zoe', { agentId: agentId('ben') });
  expect(centre.taskState('why')).toBe('queued');
  centre.finish('face to face');
  expect(centre.with('why')).toBe('ben');
});

test('12.6 who asked to be not ready is so at once, and signing out ends it', () => {
  const centre = served();
  ask(centre, 'zoe', { agentId: agentId('ben') });
  centre.accept('why');
  centre.notify({ type: 'agent.asked-not-ready', agentId: agentId('ben'), reason: 'lunch' });
  centre.notify({ type: 'task.withdrawn', taskId: id('why') });
  expect(centre.status('ben')).toMatchObject({ state: 'not-ready', reason: 'lunch' });
  centre.notify({ type: 'agent.asked-ready', agentId: agentId('ben'), domains: ['chat'] });
  ask(centre, 'zoe', { agentId: agentId('ben') }, 'leaves');
  centre.accept('leaves');
  centre.agent('ben', 'signed-out');
  expect(centre.ending('leaves')).toBe('signed-out');
  expect(centre.taskState('zoe')).toBe('active');
});

test('12.7 it ends with what it is about: ended, transferred, signed out, while waiting and while talking', () => {
  const ends = [
    (centre: Centre) => centre.notify({ type: 'task.ended', taskId: id('zoe') }),
    (centre: Centre) => centre.notify({ type: 'task.withdrawn', taskId: id('zoe') }),
    (centre: Centre) => centre.agent('ada', 'signed-out'),
    (centre: Centre) =>
      centre.notify({ type: 'task.transferred', taskId: id('zoe'), newTask: { taskId: id('zoe-2'), domain: 'chat' } }),
  ];
  for (const end of ends)
    for (const isAccepted of [false, true]) {
      const centre = served();
      ask(centre, 'zoe', { agentId: agentId('ben') });
      if (isAccepted) centre.accept('why');
      end(centre);
      expect(centre.last('task.changed').find(({ taskId }) => taskId === 'why')).toMatchObject({
        ending: 'asker-left',
      });
      expect(centre.state.consults.size).toBe(0);
    }
});

test('12.8 completed, the colleague goes on at the same age without an offer, and the asker wraps up', () => {
  const centre = served({ agents: { ben: { domains: { chat: 1 }, voiceChannel: true } } });
  centre.phone('ben', 'ready');
  ask(centre, 'zoe', { agentId: agentId('ben') });
  centre.confirm('ben');
  centre.accept('why');
  const { requestedAt, queueId } = centre.state.tasks.get(id('zoe')) ?? {};
  expect(whyNoTakeOver(centre.state, id('why'), 'chat')).toBeNull();
  complete(centre);
  expect(centre.last('offer.made')).toEqual([]);
  expect(centre.last('voice.release')).toEqual([]);
  expect([centre.taskState('zoe'), centre.taskState('zoe-2'), centre.ending('why')]).toEqual([
    'wrapping-up',
    'active',
    'handed-over',
  ]);
  expect(centre.with('zoe-2')).toBe('ben');
  expect(centre.state.tasks.get(id('zoe-2'))).toMatchObject({ requestedAt, queueId });
  expect(centre.state.agentSessions.get(agentId('ben'))?.agent.inHand).toEqual([
    { taskId: 'zoe-2', domain: 'chat', holdsVoice: true },
  ]);
  centre.finish('zoe-2');
  expect(centre.last('voice.release')).toHaveLength(1);
});

test('12.8 refused with the reason, and nothing changes', () => {
  const centre = served({ agents: { ben: { domains: { chat: 2, callback: 1 } } } });
  ask(centre, 'zoe', { agentId: agentId('ben') });
  const because = (domain: 'chat' | 'video' | 'callback') => whyNoTakeOver(centre.state, id('why'), domain);
  expect(because('chat')).toBe('gone');
  complete(centre);
  expect(centre.taskState('zoe')).toBe('active');
  centre.accept('why');
  expect(because('video')).toBe('not-eligible');
  centre.notify({ type: 'agent.asked-ready', agentId: agentId('ben'), domains: ['chat'] });
  expect(because('callback')).toBe('not-ready');
  centre.notify({ type: 'agent.asked-ready', agentId: agentId('ben'), domains: ['chat', 'callback'] });
  expect(because('callback')).toBeNull();
  centre.serve('beside', { preferredAgentId: agentId('ben'), insists: true });
  expect(because('callback')).toBe('no-room');
  complete(centre, 'callback');
  expect([centre.taskState('zoe'), centre.taskState('why')]).toEqual(['active', 'active']);
});

test('12.8 refused where the phone would have to be off voice and is not', () => {
  const centre = served({
    queues: { default: {}, free: { voice: 'ignored' } },
    agents: { ben: { domains: { chat: 1 }, voiceChannel: true } },
  });
  ask(centre, 'zoe', { queueId: 'free' });
  centre.accept('why');
  expect(centre.taskState('why')).toBe('active');
  expect(whyNoTakeOver(centre.state, id('why'), 'chat')).toBe('voice-not-ready');
});

test('12.9 a crash changes nothing about an accepted consult, and one that waits looks for a colleague again', () => {
  for (const isAccepted of [true, false]) {
    const centre = served();
    ask(centre, 'zoe', { agentId: agentId('ben') });
    if (isAccepted) centre.accept('why');
    centre.crash();
    expect(centre.taskState('why')).toBe(isAccepted ? 'active' : 'queued');
    for (const agent of ['ada', 'ben']) centre.agent(agent, 'connected');
    expect(centre.with('why')).toBe('ben');
    if (!isAccepted) centre.accept('why');
    complete(centre);
    expect(centre.with('zoe-2')).toBe('ben');
  }
});
