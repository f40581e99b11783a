import { randomUUID } from 'node:crypto';
import { type CommandName, commands, Failure, PROTOCOL_VERSION } from '@eyeline/protocol';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Page } from '../testing/page.ts';
import { TestServer, testConfig } from '../testing/test-server.ts';

let server: TestServer;
let roomy: TestServer;
beforeAll(async () => {
  const bank = { entryPointId: 'bank', title: 'Bank', origins: ['https://bank.example'] };
  const entryPoints = [...testConfig.entryPoints, bank];
  server = await TestServer.start({ origins: ['https://shop.example', 'https://bank.example'], entryPoints });
  roomy = await TestServer.start({
    limits: {
      commandBurst: 1_000_000,
      commandsPerSecond: 1_000_000,
      frameBurst: 1_000_000,
      framesPerSecond: 1_000_000,
      interactionBurst: 1_000,
      visitInteractionBurst: 1_000,
      signInBurst: 2,
      signInsPerMinute: 1,
    },
  });
});
afterAll(() => Promise.all([server.stop(), roomy.stop()]));

const code = async (page: Page, name: string, ...payload: unknown[]) => {
  const reply = await page.askRaw(name, ...payload);
  return reply.ok ? 'ok' : v.parse(Failure, reply.error).code;
};

describe('bad input gets a typed failure and the socket lives on', () => {
  test('commands that are none, payloads that are not right', async () => {
    const page = await server.page();
    expect(await code(page, 'make.coffee', {})).toBe('unknown-command');
    expect(await code(page, 'constructor', {})).toBe('unknown-command');
    expect(await code(page, '__proto__', {})).toBe('unknown-command');
    expect(await code(page, 'message.send')).toBe('invalid-payload');
    expect(await code(page, 'message.send', null)).toBe('invalid-payload');
    expect(await code(page, 'message.send', { interactionId: 1 })).toBe('invalid-payload');
    expect(await code(page, 'entry-point.get', { entryPointId: 'no-such' })).toBe('unknown-entry-point');
    expect(await code(page, 'entry-point.get', { entryPointId: 'support' })).toBe('ok');
    expect(page.socket.connected).toBe(true);
  });

  test('an object that is nested very deeply', async () => {
    const { page, interactionId } = await server.customer();
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const payload = `{"interactionId":"${interactionId}","callId":"c","producerId":"p","rtpCapabilities":${deep}}`;
    // Written by hand: a browser could not even say it.
    page.socket.io.engine.write(`277["media.consume",${payload}]`);
    await page.do('message.send', { interactionId, text: 'still there' });
  });

  test('a text of 10 000 characters goes through, one more does not', async () => {
    const { page, interactionId } = await server.customer();
    const text = '\u{1F600}'.repeat(5000);
    await page.do('message.send', { interactionId, text });
    expect((await page.waitFor('message.sent')).text).toBe(text);
    expect(await page.refusal('message.send', { interactionId, text: `${text}!` })).toBe('message-too-long');
    expect(await page.refusal('message.send', { interactionId, text: '' })).toBe('invalid-payload');
    expect(page.socket.connected).toBe(true);
  });

  test('a form with a field missing, too long or not from the list names the field', async () => {
    const page = await server.page();
    const open = (form: Record<string, unknown>) =>
      page.askRaw('interaction.open', { commandId: randomUUID(), entryPointId: 'support', form });
    expect(await open({ name: '  ' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-form', message: expect.stringContaining('Your name') },
    });
    expect(await open({ name: 'Zoe', email: 'nowhere' })).toMatchObject({ error: { code: 'invalid-form' } });
    expect(await open({ name: 'Z'.repeat(2001) })).toMatchObject({ error: { code: 'invalid-form' } });
    expect(await open({ name: 7 })).toMatchObject({ error: { code: 'invalid-form' } });
    expect(await open({ name: 'Zoe', unasked: 'x' })).toMatchObject({ ok: true });
  });

  test('what PostgreSQL cannot store is replaced, and nothing gets stuck', async () => {
    const { page, interactionId } = await server.customer('Z\0oe \uD800');
    const { seq } = await page.do('message.send', { interactionId, text: 'a\0b\uDC00c \u{1F600}' });
    expect(await page.waitFor('message.sent')).toMatchObject({ seq, text: 'a\uFFFDb\uFFFDc \u{1F600}' });
    await page.do('message.send', { interactionId, text: 'next' });
  });

  test('without an acknowledgement nothing is carried out', async () => {
    const { page, interactionId } = await server.customer();
    page.socket.emit('message.send', { interactionId, text: 'unanswered', commandId: randomUUID() });
    page.socket.emit('message.send');
    await page.settle();
    expect(page.payloads('message.sent')).toEqual([]);
  });

  test('who is too fast is told so, and may go on after a while', async () => {
    const slow = await TestServer.start({ limits: { commandBurst: 5, commandsPerSecond: 5 } });
    try {
      const page = await slow.page();
      const ask = () => code(page, 'entry-point.get', { entryPointId: 'support' });
      const codes = await Promise.all(Array.from({ length: 20 }, ask));
      expect(codes.slice(0, 5)).toEqual(Array(5).fill('ok'));
      expect(codes.filter(one => one === 'too-many-requests').length).toBeGreaterThan(10);
      await expect.poll(ask, { interval: 250, timeout: 60_000 }).toBe('ok');
    } finally {
      await slow.stop();
    }
  });
});

describe('fuzz', () => {
  const names = Object.keys(commands) as CommandName[];
  const hostileId = fc.constantFrom('__proto__', 'constructor', 'toString', 'a', 'call-1', '-'.repeat(64), '');
  const field = fc.oneof(hostileId, fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.jsonValue());
  /** Some of the right names with the wrong values, so that some parts of the schema are passed. */
  const shaped = fc.record(
    {
      commandId: fc.oneof(fc.uuid(), field),
      interactionId: field,
      entryPointId: fc.oneof(fc.constant('support'), field),
      form: fc.oneof(fc.constant({ name: 'Z' }), fc.dictionary(fc.string(), field)),
      text: field,
      token: field,
      afterSeq: fc.oneof(fc.nat(), field),
      throughSeq: fc.oneof(fc.nat(), field),
      typing: fc.oneof(fc.boolean(), field),
      callId: field,
      taskId: field,
      offerId: fc.oneof(fc.constant('offer-1'), field),
      code: fc.oneof(fc.constant('solved'), field),
      state: fc.oneof(fc.constantFrom('ready', 'not-ready'), field),
      domains: fc.oneof(fc.array(fc.constantFrom('chat', 'video')), field),
      reason: fc.oneof(fc.constantFrom('lunch', 'hung-up'), field),
      signal: fc.oneof(fc.constant({ type: 'offer', sdp: '' }), field),
      username: field,
      password: field,
      transportId: field,
      producerId: field,
      consumerId: field,
      kind: fc.oneof(fc.constant('video'), field),
      source: fc.oneof(fc.constant('camera'), field),
      dtlsParameters: fc.oneof(fc.constant({}), field),
      rtpParameters: fc.oneof(fc.constant({}), field),
      rtpCapabilities: fc.oneof(fc.constant({}), field),
    },
    { requiredKeys: [] },
  );
  const payload = fc.oneof({ weight: 3, arbitrary: shaped }, fc.jsonValue());

  test('whatever is said to any command, as anybody: an answer that is typed, and life goes on', async () => {
    const nobody = await roomy.page();
    const { page: customer, interactionId } = await roomy.customer();
    const { page: agent } = await roomy.agent('anna');
    const anybody = fc.constantFrom(nobody, customer, agent);
    const mine = fc.boolean();
    for (const name of names) {
      await fc.assert(
        fc.asyncProperty(anybody, payload, mine, async (page, given, isMine) => {
          const sent = isMine && typeof given === 'object' && given ? { ...given, interactionId } : given;
          const reply = await page.askRaw(name, sent);
          if (reply.ok) v.parse(commands[name].output, reply.value);
          else expect(v.parse(Failure, reply.error).code).not.toBe('internal');
          expect(page.socket.connected).toBe(true);
        }),
        { numRuns: 100 },
      );
    }
    const after = await roomy.customer();
    await after.page.do('message.send', { interactionId: after.interactionId, text: 'still there' });
  });
});

describe('the handshake', () => {
  const refusedWith = async (options: ConstructorParameters<typeof Page>[1]) => {
    const error: unknown = await Page.open(server.url, options).then(
      () => null,
      reason => reason,
    );
    return error && typeof error === 'object' && 'data' in error ? v.parse(Failure, error.data).code : error;
  };

  test('another version is refused, with a reason', async () => {
    expect(await refusedWith({ auth: {} })).toBe('version-mismatch');
    expect(await refusedWith({ auth: { version: PROTOCOL_VERSION + 1 } })).toBe('version-mismatch');
    expect(await refusedWith({ auth: { version: String(PROTOCOL_VERSION) } })).toBe('version-mismatch');
  });

  test('only the pages that are configured may connect', async () => {
    expect(await refusedWith({ headers: { origin: 'https://evil.example' } })).toBe('not-allowed');
    expect(await refusedWith({ headers: { origin: 'https://shop.example.evil.example' } })).toBe('not-allowed');
    const page = await Page.open(server.url, { headers: { origin: 'https://shop.example' } });
    page.close();
  });

  test('an entry point may be for some pages alone, to open and to come back', async () => {
    const open = { entryPointId: 'bank' as never, form: { name: 'Zoe' } };
    const shop = await Page.open(server.url, { headers: { origin: 'https://shop.example' } });
    expect(await shop.ask('interaction.open', open)).toMatchObject({
      ok: false,
      error: { code: 'not-allowed', message: expect.stringContaining('origin') },
    });
    const bank = await Page.open(server.url, { headers: { origin: 'https://bank.example' } });
    const { token } = await bank.do('interaction.open', open);
    expect(await shop.refusal('customer.resume', { token })).toBe('not-allowed');
    await bank.do('customer.resume', { token });
    for (const page of [shop, bank]) page.close();
  });
});
