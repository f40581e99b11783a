import { randomUUID } from 'node:crypto';
import { allSources, type CallId, type CommandName } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ limits: { commandBurst: 80, commandsPerSecond: 30 } });
});
afterAll(() => server.stop());

let n = 0;
const offer = { type: 'offer', sdp: 'v=0' } as const;

async function call() {
  const callId = `hostile-${n++}` as CallId;
  const one = await server.conversation();
  const { agent, customer, interactionId } = one;
  await customer.page.do('call.propose', { interactionId, callId });
  await agent.page.do('call.accept', { interactionId, callId });
  await customer.page.waitFor('call.accepted', fact => fact.callId === callId);
  return { ...one, callId, within: { interactionId, callId, epoch: 1 } };
}

type Calling = Awaited<ReturnType<typeof call>>;

/** The call goes on for the others, and the conversation ends as it should. */
async function end({ agent, customer, interactionId, taskId, within }: Calling) {
  const before = agent.page.payloads('call.signalled').length;
  await customer.page.do('call.signal', { ...within, signal: { ...offer, sdp: 'v=0 after' } });
  await expect.poll(() => agent.page.payloads('call.signalled').length).toBe(before + 1);
  await leave({ agent, interactionId, taskId });
}

async function leave({ agent, interactionId, taskId }: Pick<Calling, 'agent' | 'interactionId' | 'taskId'>) {
  await agent.page.do('interaction.end', { interactionId });
  await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
  await agent.page.do('agent.sign-out', {});
}

const raw = async ({ page }: Calling['customer'], name: CommandName, payload: object) => {
  const reply = await page.askRaw(name, { commandId: randomUUID(), ...payload });
  return reply.ok ? 'ok' : reply.error.code;
};

test('signals that are none are refused, and go nowhere', async () => {
  const one = await call();
  const { agent, customer, within } = one;
  const of = (candidate: object) => ({ type: 'candidate', candidate });
  for (const signal of [
    null,
    'offer',
    {},
    { type: 'bye' },
    { type: 'offer' },
    { type: 'offer', sdp: 7 },
    { type: 'offer', sdp: 'x'.repeat(40_001) },
    { type: 'answer', sdp: ['v=0'] },
    of({}),
    // Browsers throw at one that belongs to no line.
    of({ candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host' }),
    of({ candidate: 'x', sdpMid: null, sdpMLineIndex: null }),
    of({ candidate: 'x', sdpMLineIndex: -1 }),
    of({ candidate: 'x', sdpMLineIndex: 1e300 }),
    of({ candidate: 'x', sdpMid: 'm'.repeat(101) }),
    of({ candidate: 'x'.repeat(2001), sdpMid: '0' }),
    { type: 'transceiverRequest', transceiverRequest: { kind: 'smell' } },
  ])
    expect(await raw(customer, 'call.signal', { ...within, signal }), JSON.stringify(signal)).toBe('invalid-payload');
  for (const epoch of [0, -1, 1.5, '1', null])
    expect(await raw(customer, 'call.signal', { ...within, epoch, signal: offer })).toBe('invalid-payload');
  await agent.page.settle();
  expect(agent.page.payloads('call.signalled')).toEqual([]);
  await end(one);
});

test('signals of another epoch than the one that there is go nowhere', async () => {
  const one = await call();
  const { agent, customer, within } = one;
  await customer.page.do('call.renew', within);
  const now = { ...within, epoch: 2 };
  for (const epoch of [1, 3, 1_000_000]) await customer.page.do('call.signal', { ...within, epoch, signal: offer });
  await agent.page.settle();
  expect(agent.page.payloads('call.signalled')).toEqual([]);
  await end({ ...one, within: now });
});

test('who is not in the call, or not at the page that is in it, says nothing in it', async () => {
  const one = await call();
  const { agent, customer, within, interactionId, callId } = one;
  const ben = await server.agent('ben', false);
  const other = await server.customer('Mallory');
  const copy = await server.page();
  await copy.do('customer.resume', { token: customer.token });
  const nobody = await server.page();
  const sources = { camera: 'on', microphone: 'on', screen: 'on' } as const;
  const picture = { participantId: customer.participantId, source: 'camera' } as const;
  const say = (page: typeof copy) =>
    Promise.all([
      page.refusal('call.signal', { ...within, signal: offer }),
      page.refusal('call.switch', { interactionId, callId, sources }),
      page.refusal('call.renew', within),
      page.refusal('call.freeze', { interactionId, callId, picture, frozen: true }),
      page.refusal('call.change-kind', { interactionId, callId, kind: 'voice' }),
      page.refusal('help.signal', { interactionId, callId, signal: { type: 'cleared', picture } }),
    ]);
  expect(new Set(await say(ben.page))).toEqual(new Set(['not-allowed']));
  expect(new Set(await say(other.page))).toEqual(new Set(['not-allowed']));
  expect(new Set(await say(copy))).toEqual(new Set(['call-elsewhere']));
  expect(new Set(await say(nobody))).toEqual(new Set(['not-signed-in']));
  for (const name of ['call.hold', 'snapshot.ask'] as const) {
    const more = name === 'call.hold' ? { held: true } : { picture };
    expect(await raw(customer, name, { interactionId, callId, ...more })).toBe('not-allowed');
  }
  await agent.page.settle();
  expect(agent.page.payloads('call.signalled')).toEqual([]);
  await other.page.do('interaction.end', { interactionId: other.interactionId });
  await ben.page.do('agent.sign-out', {});
  await end(one);
});

test('kinds, sources and pictures that there are none of', async () => {
  const one = await call();
  const { customer, interactionId, callId } = one;
  const within = { interactionId, callId };
  const picture = { participantId: customer.participantId, source: 'camera' };
  const wrong: [CommandName, object][] = [
    ['call.propose', { interactionId, callId: 'other', kind: 'hologram' }],
    ['call.change-kind', { ...within, kind: 'smell' }],
    ['call.change-kind', { ...within, kind: '__proto__' }],
    ['call.accept', { ...within, kind: 3 }],
    ['call.switch', { ...within, sources: { camera: 'sideways', microphone: 'on', screen: 'off' } }],
    ['call.switch', { ...within, sources: { camera: 'on' } }],
    ['call.switch', { ...within, sources: [] }],
    ['call.freeze', { ...within, picture: { ...picture, source: 'microphone' }, frozen: true }],
    ['call.end', { ...within, reason: 'bored' }],
    ['snapshot.answer', { ...within, snapshotId: 'x', answer: 'maybe' }],
    ['call.report', { ...within, measures: { pageId: 'x', durationMs: -1 } }],
    ['media.produce', { ...within, epoch: 1, transportId: 'x', kind: 'video', source: 'x-ray', rtpParameters: {} }],
  ];
  for (const [name, payload] of wrong)
    expect(await raw(customer, name, payload), `${name} ${JSON.stringify(payload)}`).toBe('invalid-payload');
  // Of what is not shown nothing is held still, and a snapshot that nobody asked for is nobody's to allow.
  const screen = { participantId: customer.participantId, source: 'screen' };
  expect(await raw(customer, 'call.freeze', { ...within, picture: screen, frozen: true })).toBe('source-not-allowed');
  expect(await raw(customer, 'snapshot.answer', { ...within, snapshotId: randomUUID(), answer: 'always' })).toBe(
    'not-allowed',
  );
  await end(one);
});

test('a command whose id was used with other content is what it was the first time, for nobody but who sent it', async () => {
  const one = await call();
  const { agent, customer, interactionId, callId } = one;
  const commandId = randomUUID();
  const off = { camera: 'off', microphone: 'off', screen: 'off' } as const;
  const on = { camera: 'on', microphone: 'on', screen: 'off' } as const;
  await customer.page.do('call.switch', { commandId, interactionId, callId, sources: off });
  await customer.page.do('call.switch', { commandId, interactionId, callId, sources: on });
  const first = randomUUID();
  await customer.page.do('message.send', { commandId: first, interactionId, text: 'the first' });
  await customer.page.do('message.send', { commandId: first, interactionId, text: 'another' });
  // Under another command's name it is refused; so is another call's, for which nothing is given out.
  expect(await raw(customer, 'call.end', { commandId, interactionId, callId, reason: 'hung-up' })).toBe(
    'invalid-payload',
  );
  const renewal = randomUUID();
  await customer.page.do('call.renew', { commandId: renewal, interactionId, callId, epoch: 1 });
  expect(await raw(customer, 'call.renew', { commandId: renewal, interactionId, callId: 'other', epoch: 1 })).toBe(
    'call-gone',
  );
  // Nobody else may give their message the same id: pages tell messages apart by it.
  const theirs = { commandId: first, interactionId, text: 'of the agent' };
  expect(await agent.page.refusal('message.send', theirs)).toBe('not-allowed');
  const { facts } = await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  const texts = facts.flatMap(fact => (fact.type === 'message.sent' ? [fact.text] : []));
  expect(texts).toEqual(['the first']);
  const switches = facts.flatMap(fact => (fact.type === 'call.switched' ? [fact.sources] : []));
  expect(switches).toEqual([off]);
  expect(facts.filter(fact => fact.type === 'call.renewed')).toHaveLength(1);
  await end({ ...one, within: { interactionId, callId, epoch: 2 } });
});

test('a flood from one page is refused there; the other side and its call hear no more than the bound', async () => {
  const one = await call();
  const { agent, customer, within, interactionId, callId } = one;
  const picture = { participantId: customer.participantId, source: 'camera' } as const;
  const points = Array.from({ length: 64 }, (_, index): [number, number] => [index / 64, 0.5]);
  const flood = Array.from({ length: 400 }, (_, index) =>
    index % 2 === 0
      ? raw(customer, 'call.signal', { ...within, signal: { ...offer, sdp: 'x'.repeat(2000) } })
      : raw(customer, 'help.signal', {
          ...{ interactionId, callId },
          signal: { type: 'drawn', picture, strokeId: index, points },
        }),
  );
  const codes = await Promise.all(flood);
  expect(new Set(codes)).toEqual(new Set(['ok', 'too-many-requests']));
  await agent.page.settle();
  const heard = agent.page.payloads('call.signalled').length + agent.page.payloads('help.signalled').length;
  expect(heard).toBe(codes.filter(code => code === 'ok').length);
  expect(heard).toBeLessThan(200);
  // The agent is as fast as before.
  for (const source of allSources)
    await agent.page.do('call.switch', {
      ...{ interactionId, callId },
      sources: { camera: 'on', microphone: 'on', screen: 'off', [source]: 'off' },
    });
  await expect.poll(() => raw(customer, 'call.signal', { ...within, signal: offer })).toBe('ok');
  await agent.page.settle();
  expect(agent.page.payloads('call.signalled').at(-1)).toMatchObject({ signal: offer });
  await leave(one);
});

test('who asks for a call and takes it back, again and again, is stopped; the agent is there for others', async () => {
  const { agent, customer, interactionId, taskId } = await server.conversation();
  const codes: string[] = [];
  for (let n = 0; n < 24; n += 1) {
    const callId = `ring-${n}` as CallId;
    const reply = await customer.page.ask('call.propose', { interactionId, callId });
    codes.push(reply.ok ? 'ok' : reply.error.code);
    if (reply.ok) await customer.page.do('call.end', { interactionId, callId, reason: 'withdrawn' });
  }
  expect(codes.filter(code => code === 'ok')).toHaveLength(20);
  expect(codes.slice(20)).toEqual(Array(4).fill('too-many-requests'));
  await agent.page.do('call.propose', { interactionId, callId: 'of-the-agent' as CallId });
  await customer.page.do('call.accept', { interactionId, callId: 'of-the-agent' as CallId });
  await leave({ agent, interactionId, taskId });
});
