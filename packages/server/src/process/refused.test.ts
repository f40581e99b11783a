import { randomUUID } from 'node:crypto';
import { snapshot } from '@eyeline/routing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Config } from '../settings/config.ts';
import { keptSince } from '../testing/kept-since.ts';
import { OpenCentre } from '../testing/open-centre.ts';
import { RoutingLeader } from '../work/routing-leader.ts';
import { demoPassword } from './demo.ts';

let open: OpenCentre;
beforeAll(async () => {
  open = await OpenCentre.make();
  await open.start();
});
beforeEach(() => {
  open.refuses = () => false;
});
afterAll(() => open.stop());

const poison = 'poison';
const refusePoison = () => {
  open.refuses = batch => JSON.stringify([batch.facts, batch.commands, batch.sessions]).includes(poison);
};

/** Routing as it is, without the lines that a mere question has made: nothing ever happened on them. */
function routingOf({ state }: RoutingLeader) {
  const { lanes, ...rest } = snapshot(state);
  const isUsed = ({ statistics: { accountedAt: _, ...counts }, wakesAt }: (typeof lanes)[number]) =>
    wakesAt !== null || Object.values(counts).some(value => value !== 0);
  return JSON.parse(JSON.stringify({ ...rest, lanes: lanes.filter(isUsed) }));
}

/** All that is in memory and has to be the same after a restart. */
function memory() {
  const { interaction, work, people } = open.centre;
  const { routing } = work;
  const logs = [...interaction.logs.all()].map(log => [log.interactionId, log.interaction] as const);
  return {
    logs: Object.fromEntries(logs.sort(([one], [other]) => (one < other ? -1 : 1))),
    participants: logs.map(([, { participants }]) =>
      participants.map(({ participantId }) => interaction.logs.ofParticipant(participantId).length),
    ),
    routing: routingOf(routing),
    number: routing.number,
    sessions: Object.fromEntries(people.sessions.all()),
  };
}

/** What a restart would have in memory, before anything happens there. */
async function restarted() {
  const stored = await open.store.load(keptSince(0));
  const routing = new RoutingLeader({ onDeadline: async () => {}, onFault: () => {}, onWell: () => {} });
  expect(routing.restore(stored)).toBe(true);
  return {
    facts: stored.facts,
    routing: routingOf(routing),
    number: routing.number,
    sessions: Object.fromEntries(stored.sessions.map(({ agentId, sessionId }) => [agentId, sessionId])),
  };
}

async function expectMemoryAsStored() {
  const { routing, number, sessions } = memory();
  const after = await restarted();
  expect({ routing, number, sessions }).toEqual({
    routing: after.routing,
    number: after.number,
    sessions: after.sessions,
  });
  for (const log of open.centre.interaction.logs.all())
    expect(log.storedAfter(0)).toEqual(await open.store.loadFacts(log.interactionId));
  for (const { interactionId } of after.facts) expect(open.centre.interaction.logs.get(interactionId)).toBeDefined();
}

test('one record that the store refuses is answered “internal”; all others are stored, told and acknowledged', async () => {
  const customers = await Promise.all(['Zoe', 'Yan', 'Xia'].map(name => open.customer(name)));
  const before = memory();
  refusePoison();
  const bad = randomUUID();
  const [zoe, yan, xia] = customers;
  if (!zoe || !yan || !xia) throw new Error('nobody');
  const replies = await Promise.all([
    yan.send('one'),
    zoe.send('two'),
    zoe.send(poison, bad),
    zoe.send('three'),
    xia.send('four'),
    yan.send('five'),
  ]);
  expect(replies.map(reply => (reply.ok ? reply.value['seq'] : reply.error.code))).toEqual([
    ...[3, 3],
    'internal',
    ...[4, 3, 4],
  ]);
  expect(zoe.received.filter(name => name === 'message.sent')).toHaveLength(2);
  await expectMemoryAsStored();
  // It is no use to ask again, and it is not said to have been carried out.
  expect(await zoe.send(poison, bad)).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(await zoe.send('again')).toMatchObject({ ok: true, value: { seq: 5 } });
  expect(open.centre.setAside.count('refused')).toBe(2);
  expect(memory().number).toBe(before.number);
  // Said without what was in it.
  const logged = JSON.stringify(open.lines);
  expect(logged).toContain('22P05');
  expect(logged).not.toContain(poison);
  expect(logged).not.toContain('a secret');
});

test('a customer whose name is refused is not there, nor in the queue; who came in the same moment is', async () => {
  refusePoison();
  const waiting = open.centre.work.state.tasks.size;
  const comes = (name: string) => open.page().ask('interaction.open', { entryPointId: 'support', form: { name } });
  const names = ['Zoe', poison, 'Yan', 'Xia', poison, 'Wim'];
  const replies = await Promise.all(names.map(comes));
  expect(replies.map(reply => (reply.ok ? 'ok' : reply.error.code))).toEqual(
    names.map(name => (name === poison ? 'internal' : 'ok')),
  );
  await expectMemoryAsStored();
  expect(open.centre.work.state.tasks.size).toBe(waiting + 4);
});

test('a sign-in that is refused signs nobody in, and the next one does', async () => {
  const page = open.page();
  const signIn = () => page.ask('agent.sign-in', { username: 'anna', password: demoPassword });
  open.refuses = batch => batch.sessions.length > 0;
  expect(await signIn()).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(page.caller.identity).toBeNull();
  await expectMemoryAsStored();
  open.refuses = () => false;
  expect(await signIn()).toMatchObject({ ok: true });
  await expectMemoryAsStored();
});

test('whatever is refused, and whenever: memory is what a restart would have', async () => {
  const step = fc.constantFrom('open', 'say', 'bad name', 'bad text', 'end', 'tick', 'pause');
  refusePoison();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async steps => {
      const known = [await open.customer()];
      const asked: Promise<unknown>[] = [];
      for (const [index, one] of steps.entries()) {
        const customer = known[index % known.length];
        const enter = async (name: string) => {
          const entered = await open.customer(name).catch(() => null);
          if (entered) known.push(entered);
        };
        if (one === 'open') asked.push(enter('Yan'));
        if (one === 'bad name') asked.push(enter(poison));
        if (one === 'say') asked.push(customer?.send('hello') ?? Promise.resolve());
        if (one === 'bad text') asked.push(customer?.send(poison) ?? Promise.resolve());
        if (one === 'end') asked.push(customer?.ask('interaction.end', customer) ?? Promise.resolve());
        if (one === 'tick')
          asked.push(open.centre.interaction.change(change => change.route({ type: 'clock.ticked' })));
        if (one === 'pause') await Promise.all(asked.splice(0));
      }
      await Promise.all(asked);
      await expectMemoryAsStored();
    }),
    { numRuns: 8 },
  );
});

test('a change that throws half-way leaves nothing: in memory, in the store, or told', async () => {
  const { interactionId, received, send } = await open.customer();
  const { centre } = open;
  const log = centre.interaction.logs.get(interactionId);
  const participantId = log?.interaction.participants[0]?.participantId;
  if (!log || !participantId) throw new Error('no log');
  const before = memory();
  const failing = centre.interaction.change(change => {
    change.remember({ scope: 'x', commandId: 'x', name: 'x', at: change.now, value: {} });
    change.append(log, { type: 'message.delivered', participantId, throughSeq: 1 });
    change.route({ type: 'task.withdrawn', taskId: log.interaction.taskId as never });
    change.setSession('nobody' as never, 'session');
    change.mark(interactionId, false);
    throw new Error('a mistake of ours');
  });
  const after = send('on we go');
  await expect(failing).rejects.toThrow('a mistake of ours');
  expect(await after).toMatchObject({ value: { seq: 3 } });
  expect(centre.commands.get('x', 'x')).toBeUndefined();
  expect(received).not.toContain('message.delivered');
  expect(received).not.toContain('interaction.closed');
  expect((await open.store.loadFacts(interactionId)).map(fact => fact.type)).toEqual([
    'interaction.opened',
    'participant.joined',
    'message.sent',
  ]);
  expect(memory().routing).toEqual(before.routing);
  await expectMemoryAsStored();
});

test('what is refused of all that is due does not keep the rest from happening, and is not tried for ever', async () => {
  const { centre } = open;
  const refusedBefore = centre.setAside.count('refused');
  const before = centre.settings.config;
  const { default: _, ...queues } = before.routing.queues;
  const support = { ...queues['support'], maxWaitMs: 400, fallback: [] };
  await centre.reconfigure({ ...before, routing: { ...before.routing, queues: { ...queues, support } } } as Config);
  const [zoe, yan] = [await open.customer('Zoe'), await open.customer('Yan')];
  let refusals = 0;
  open.refuses = ({ facts }) => {
    const isBad = facts.some(one => one.type === 'interaction.closed' && one.interactionId === zoe.interactionId);
    if (isBad) refusals += 1;
    return isBad;
  };
  const isClosed = ({ interactionId }: typeof zoe) => centre.interaction.logs.get(interactionId)?.isClosed;
  await expect.poll(() => isClosed(yan), { timeout: 30_000 }).toBe(true);
  await expect.poll(() => centre.setAside.count('refused'), { timeout: 30_000 }).toBeGreaterThan(refusedBefore);
  // Nobody waits for it any more; the start closes what is open and has no task. What the store has not answered yet
  // is there in memory.
  const { taskId } = centre.interaction.logs.get(zoe.interactionId)?.interaction ?? {};
  const stands = () => [taskId && centre.work.state.tasks.has(taskId), isClosed(zoe)];
  await expect.poll(stands, { timeout: 30_000 }).toEqual([false, false]);
  const { length } = open.lines;
  const seen = refusals;
  await centre.interaction.change(change => change.route({ type: 'clock.ticked' }));
  expect([refusals, open.lines.length, isClosed(zoe)]).toEqual([seen, length, false]);
  await expectMemoryAsStored();
  open.refuses = () => false;
  await centre.reconfigure(before);
});

test('a real store refuses half a character; it is set aside with the reason', async () => {
  const { interactionId, send } = await open.customer();
  const log = open.centre.interaction.logs.get(interactionId);
  const participantId = log?.interaction.participants[0]?.participantId;
  if (!log || !participantId) throw new Error('no log');
  for (const text of ['\ud83d', '\0'])
    await expect(
      open.centre.interaction.change(change =>
        change.append(log, { type: 'message.sent', participantId, messageId: 'm' as never, text }),
      ),
    ).rejects.toMatchObject({ failure: { code: 'internal' } });
  expect(await send('on we go')).toMatchObject({ value: { seq: 3 } });
  await expectMemoryAsStored();
});
