import type { CallId, CommandName, InteractionId, OfferId, TaskId } from '@eyeline/protocol';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from '../testing/page.ts';
import { TestServer } from '../testing/test-server.ts';

const secret = 'a secret of this test alone, long enough';
const callId = 'call-1' as CallId;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({ tokens: { secret } });
});
afterAll(() => server.stop());

// Whole, so that nothing but the access is wrong with them.
const rtpParameters = {
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2 }],
  encodings: [{ ssrc: 1111 }],
  rtcp: { cname: 'zoe' },
};
const dtlsParameters = {
  fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'A0').join(':') }],
};
const rtpCapabilities = {
  codecs: [{ kind: 'audio', mimeType: 'audio/opus', preferredPayloadType: 111, clockRate: 48_000, channels: 2 }],
  headerExtensions: [],
};

/** Everything that concerns one interaction. */
const within = (interactionId: InteractionId): [CommandName, object][] => [
  ['interaction.catch-up', { interactionId, afterSeq: 0 }],
  ['interaction.end', { interactionId }],
  ['fallback.take', { interactionId, step: 'message' }],
  ['message.send', { interactionId, text: 'let me in' }],
  ['message.mark-delivered', { interactionId, throughSeq: 1 }],
  ['message.mark-read', { interactionId, throughSeq: 1 }],
  ['typing.set', { interactionId, typing: true }],
  ['call.propose', { interactionId, callId: 'call-2' }],
  ['call.accept', { interactionId, callId }],
  ['call.decline', { interactionId, callId }],
  ['call.end', { interactionId, callId, reason: 'hung-up' }],
  ['call.switch', { interactionId, callId, sources: { camera: 'on', microphone: 'on', screen: 'on' } }],
  ['call.renew', { interactionId, callId, epoch: 1 }],
  ['call.rejoin', { interactionId, callId, takeOver: true }],
  ['call.signal', { interactionId, callId, epoch: 1, signal: { type: 'offer', sdp: 'v=0' } }],
  ['media.join', { interactionId, callId, epoch: 1 }],
  ['media.connect', { interactionId, callId, epoch: 1, transportId: 't', dtlsParameters }],
  [
    'media.produce',
    { interactionId, callId, epoch: 1, transportId: 't', kind: 'audio', source: 'microphone', rtpParameters },
  ],
  ['media.consume', { interactionId, callId, epoch: 1, producerId: 'p', rtpCapabilities }],
  ['media.resume', { interactionId, callId, epoch: 1, consumerId: 'c' }],
];

const codes = async (page: Page, commands: [CommandName, object][]) => {
  const found = new Set<string>();
  for (const [name, input] of commands) found.add(await page.refusal(name, input as never));
  return [...found];
};

describe('nobody reaches what is not theirs', () => {
  test('a whole conversation with a call in it', async () => {
    const { interactionId, customer, agent, taskId } = await server.conversation();
    await customer.page.do('call.propose', { interactionId, callId });

    const nobody = await server.page();
    expect(await codes(nobody, within(interactionId))).toEqual(['not-signed-in']);
    const other = await server.customer('Mallory');
    expect(await codes(other.page, within(interactionId))).toEqual(['not-allowed']);
    const ben = await server.agent('ben', false);
    expect(await codes(ben.page, within(interactionId))).toEqual(['not-allowed']);
    expect(await codes(ben.page, within('constructor' as InteractionId))).toEqual(['not-allowed']);
    expect(await ben.page.refusal('task.wrap-up', { taskId, code: 'solved' })).toBe('task-gone');
    expect(await ben.page.refusal('task.wrap-up', { taskId: '__proto__' as TaskId, code: 'solved' })).toBe('task-gone');

    await Promise.all([nobody, other.page, ben.page].map(page => page.settle()));
    expect([...nobody.received, ...ben.page.facts()]).toEqual([]);
    expect(other.page.facts().filter(fact => fact.interactionId === interactionId)).toEqual([]);
    // And the conversation itself went on undisturbed.
    await agent.page.do('call.accept', { interactionId, callId });
    await customer.page.do('interaction.end', { interactionId });
    await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
    await other.page.do('interaction.end', { interactionId: other.interactionId });
  });

  test('an offer made to another agent', async () => {
    await server.agent('anna');
    const ben = await server.agent('ben', false);
    const zoe = await server.customer();
    const anna = await server.agent('anna');
    const offer = (await anna.page.do('agent.resume', { token: anna.desk.token })).offers[0];
    expect(offer?.interactionId).toBe(zoe.interactionId);
    for (const offerId of [offer?.offerId, 'constructor', '__proto__'] as OfferId[]) {
      expect(await ben.page.refusal('offer.accept', { offerId })).toBe('offer-gone');
      expect(await ben.page.refusal('offer.decline', { offerId })).toBe('offer-gone');
      expect(await zoe.page.refusal('offer.accept', { offerId })).toBe('not-allowed');
    }
    await zoe.page.do('interaction.end', { interactionId: zoe.interactionId });
  });

  test('a customer does no agent’s work, an agent opens nothing', async () => {
    const zoe = await server.customer();
    expect(await zoe.page.refusal('agent.set-state', { state: 'ready', domains: ['chat'] })).toBe('not-allowed');
    expect(await zoe.page.refusal('task.wrap-up', { taskId: 't' as TaskId, code: 'solved' })).toBe('not-allowed');
    await zoe.page.do('interaction.end', { interactionId: zoe.interactionId });
    const ben = await server.agent('ben', false);
    expect(await ben.page.refusal('interaction.open', { entryPointId: 'support' as never, form: { name: 'B' } })).toBe(
      'not-allowed',
    );
  });

  test('one page that becomes another agent hears nothing of the first one’s conversation', async () => {
    const { agent, customer, interactionId, taskId } = await server.conversation();
    await agent.page.do('agent.sign-in', { username: 'ben', password: 'eyeline-demo' });
    await customer.page.do('message.send', { interactionId, text: 'for Anna' });
    await agent.page.settle();
    expect(agent.page.payloads('message.sent')).toEqual([]);
    expect(await agent.page.refusal('message.send', { interactionId, text: 'as Ben' })).toBe('not-allowed');
    await customer.page.do('interaction.end', { interactionId });
    const anna = await server.agent('anna', false);
    await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
  });
});

describe('tokens', () => {
  const sign = (claims: Record<string, string>, changes: { typ?: string; aud?: string; exp?: string; key?: string }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: changes.typ ?? 'eyeline-customer+jwt' })
      .setIssuer('eyeline')
      .setAudience(changes.aud ?? 'customer')
      .setSubject(claims['sub'] ?? '')
      .setIssuedAt()
      .setExpirationTime(changes.exp ?? '1h')
      .sign(new TextEncoder().encode(changes.key ?? secret));

  test('a page comes back with its own token, and only with that', async () => {
    const { interactionId, participantId, token, page: first } = await server.customer();
    const claims = { sub: participantId, interactionId };
    const page = await server.page();
    const refusal = (given: string) => page.refusal('customer.resume', { token: given });

    expect(await refusal(await sign(claims, { key: 'another secret, also long enough to sign' }))).toBe(
      'token-invalid',
    );
    expect(await refusal(await sign(claims, { aud: 'agent' }))).toBe('token-invalid');
    expect(await refusal(await sign(claims, { typ: 'JWT' }))).toBe('token-invalid');
    expect(await refusal(await sign({ ...claims, sub: 'somebody' }, {}))).toBe('token-invalid');
    expect(await refusal(await sign({ ...claims, interactionId: 'another' }, {}))).toBe('token-invalid');
    const [header = '', payload = '', signature = ''] = token.split('.');
    expect(await refusal(`${header}.${payload}.${signature.slice(0, -2)}xx`)).toBe('token-invalid');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'eyeline-customer+jwt' })).toString('base64url');
    expect(await refusal(`${none}.${payload}.`)).toBe('token-invalid');
    expect(await refusal('nonsense')).toBe('token-invalid');
    expect(await page.refusal('agent.resume', { token })).toBe('token-invalid');

    expect(await page.do('customer.resume', { token })).toMatchObject({ interactionId, participantId });
    // An expired one is good as long as the conversation goes on.
    const expired = await sign(claims, { exp: '-1s' });
    expect(await page.do('customer.resume', { token: expired })).toMatchObject({ interactionId, participantId });
    await first.do('interaction.end', { interactionId });
    expect(await refusal(expired)).toBe('token-expired');
  });

  test('an agent’s token ends with signing out, and with signing in elsewhere', async () => {
    const first = await server.agent('ben', false);
    const second = await server.agent('ben', false);
    await first.page.waitFor('agent.superseded');
    expect(await first.page.refusal('agent.set-state', { state: 'ready', domains: ['chat'] })).toBe('not-signed-in');
    expect(await first.page.refusal('agent.resume', { token: first.desk.token })).toBe('token-invalid');
    expect(second.page.payloads('agent.superseded')).toEqual([]);

    const { token } = await second.page.do('agent.resume', { token: second.desk.token });
    await second.page.do('agent.sign-out', {});
    const page = await server.page();
    for (const given of [token, second.desk.token])
      expect(await page.refusal('agent.resume', { token: given })).toBe('token-invalid');
    expect(await second.page.refusal('agent.set-state', { state: 'ready', domains: ['chat'] })).toBe('not-signed-in');
    // Said again because the answer was lost.
    await second.page.do('agent.sign-out', {});
  });

  test('nobody signs out in the middle of a task', async () => {
    const { agent, customer, interactionId, taskId } = await server.conversation();
    expect(await agent.page.refusal('agent.sign-out', {})).toBe('not-allowed');
    await customer.page.do('interaction.end', { interactionId });
    expect(await agent.page.refusal('agent.sign-out', {})).toBe('not-allowed');
    await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
    await agent.page.do('agent.sign-out', {});
  });
});

describe('signing in', () => {
  test('a wrong password and an unknown user name look alike', async () => {
    const page = await server.page();
    const wrong = await page.ask('agent.sign-in', { username: 'anna', password: 'wrong' });
    const unknown = await page.ask('agent.sign-in', { username: 'nobody', password: 'wrong' });
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong-credentials' } });
  });

  test('after too many attempts even the right one has to wait; others do not', async () => {
    const limited = await TestServer.start({ limits: { signInBurst: 3, signInsPerMinute: 1 } });
    try {
      const page = await limited.page();
      for (let attempt = 0; attempt < 3; attempt += 1)
        expect(await page.refusal('agent.sign-in', { username: 'anna', password: 'guess' })).toBe('wrong-credentials');
      const right = { username: 'Anna', password: 'eyeline-demo' };
      expect(await page.refusal('agent.sign-in', right)).toBe('too-many-requests');
      expect((await page.ask('agent.sign-in', { ...right, username: 'ben' })).ok).toBe(true);
    } finally {
      await limited.stop();
    }
  });

  test('user names do not mind case', async () => {
    const page = await server.page();
    expect((await page.do('agent.sign-in', { username: ' BEN ', password: 'eyeline-demo' })).agent.name).toBe(
      'Ben Okafor',
    );
  });
});
