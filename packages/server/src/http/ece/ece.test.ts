import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { TestServer } from '../../testing/test-server.ts';

interface Told {
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

const api = 'system/ws/v19/clientapplications';
process.env['TEST_ECE_SECRET'] = 'kore-secret';
process.env['TEST_ECE_OTHER'] = 'other-secret';
process.env['TEST_ECE_CALLBACK'] = 'listener';
const secret = { env: 'TEST_ECE_SECRET' };

let server: TestServer;
let listener: Server;
let told: Told[];
/** How the listener answers. */
let status: (told: Told) => number;
let callback: string;

const config = (): ConfigInput =>
  ({
    ece: {
      applications: [
        {
          key: 'kore',
          secret,
          privateAttachments: true,
          entryPoints: { '1004': 'support', '1005': 'support' },
          callback: {
            url: callback,
            authentication: { type: 'basic', user: 'eyeline', password: { env: 'TEST_ECE_CALLBACK' } },
          },
        },
        {
          key: 'other',
          secret: { env: 'TEST_ECE_OTHER' },
          entryPoints: { '1006': 'support' },
          callback: { url: callback, format: 'xml' },
        },
      ],
    },
  }) as never;

beforeEach(async () => {
  told = [];
  status = () => 200;
  listener = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', chunk => (body += chunk));
    request.on('end', () => {
      const one = { authorization: request.headers.authorization, type: request.headers['content-type'], body };
      const code = status(one);
      if (code < 300) told.push(one);
      response.writeHead(code).end();
    });
  });
  await new Promise<void>(resolve => listener.listen(0, '127.0.0.1', resolve));
  callback = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/eyeline`;
  server = await TestServer.start(config());
});
afterEach(async () => {
  await server.stop();
  listener.closeAllConnections();
  listener.close();
});

const basic = (key: string, password: string) => `Basic ${Buffer.from(`${key}:${password}`).toString('base64')}`;
const call = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
  const response = await fetch(`${server.url}${path}`, init);
  const text = await response.text();
  return { status: response.status, text, body: /^[{[]/.test(text) ? JSON.parse(text) : null };
};
const tokenOf = async (key = 'kore', password = 'kore-secret') =>
  (
    await call(`${api}/authentication/oauth2/token?forceLogin=yes`, {
      method: 'POST',
      headers: {
        authorization: basic(key, password),
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        'accept-language': 'en-us',
      },
      body: 'grant_type=client_credentials',
    })
  ).body;
const bearer = async (key?: string, password?: string) => {
  const { access_token } = await tokenOf(key, password);
  return { authorization: `Bearer ${access_token}`, 'content-type': 'application/json', accept: 'application/json' };
};
const post = async (path: string, body: unknown, headers?: Record<string, string>) =>
  call(`${api}/messaging/${path}`, {
    method: 'POST',
    headers: headers ?? (await bearer()),
    body: JSON.stringify(body),
  });

const lastModified = async () =>
  (await call(`${api}/messaging/configuration?entrypoint=1004`, { headers: await bearer() })).body
    .entryPointConfiguration[0].lastModified.date;

const activity = {
  subject: 'My order',
  customAttributes: {
    customAttribute: [
      { attribName: 'activity_test_string1', attribValues: { attribValue: [{ value: 'Test String Value' }] } },
    ],
  },
  customer: {
    type: { value: 'individual' },
    contacts: {
      contact: [
        {
          firstName: 'David',
          lastName: 'Macias API',
          phone: [{ type: { value: 'home' }, phoneNo: '2145555555', countryCode: '1', areaCode: '214' }],
          email: [{ emailAddress: 'david@davidapi.com' }],
        },
      ],
    },
  },
};
const starting = async (date?: string, id: string | number = '1004') => ({
  entryPointConfiguration: { entryPoint: { id }, lastModified: { date: date ?? (await lastModified()) } },
  activity,
});
const start = async (query = '?searchContactOnAttribute=email.emailAddress&sendTypingNotification=yes') =>
  (await post(`conversation/start${query}`, await starting())).body as {
    id: string;
    activity: { id: number; case: { id: number } };
  };
const messages = () => told.flatMap(({ body }) => JSON.parse(body).message as Record<string, never>[]);
const types = () => messages().map(({ type }: { type?: { value: string } }) => type?.value);

type Agent = Awaited<ReturnType<TestServer['agent']>>;

async function accept({ page }: Agent, interactionId: string): Promise<void> {
  const offer = await page.waitFor('offer.made', one => one.interactionId === interactionId);
  await page.do('offer.accept', { offerId: offer.offerId });
  await page.do('interaction.catch-up', { interactionId: interactionId as never, afterSeq: 0 });
}
const say = ({ page }: Agent, interactionId: string, text: string) =>
  page.do('message.send', { interactionId: interactionId as never, text, commandId: randomUUID() as never });

/** A conversation that an agent has taken. */
async function talk() {
  const agent = await server.agent('anna');
  const { id } = await start();
  await accept(agent, id);
  await expect.poll(types).toContain('assigned');
  return { agent, id };
}

test('the sequence of the guide, word for word', async () => {
  const token = await tokenOf();
  expect(token).toEqual({ access_token: expect.any(String), expires_in: 86_400, token_type: 'Bearer' });
  const { body } = await call(`${api}/messaging/configuration?entrypoint=1004`, { headers: await bearer() });
  expect(body).toMatchObject({
    entryPointConfiguration: [{ entryPoint: { id: 1004 }, lastModified: { date: expect.stringMatching(/Z$/) } }],
  });
  const agent = await server.agent('anna');
  const query = '?searchContactOnAttribute=email.emailAddress&sendTypingNotification=yes';
  const started = await post(`conversation/start${query}`, await starting());
  expect(started.status).toBe(200);
  expect(started.body).toEqual({
    activity: { case: { id: expect.any(Number) }, id: expect.any(Number) },
    id: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  const { id } = started.body;
  const offer = await agent.page.waitFor('offer.made');
  expect(offer).toMatchObject({ customerName: 'David Macias API' });
  await accept(agent, id);
  await expect.poll(types).toEqual(['assigned']);
  expect(told[0]).toMatchObject({ authorization: basic('eyeline', 'listener'), type: 'application/json' });
  expect(messages()[0]).toEqual({
    conversation: { id },
    type: { value: 'assigned', user: { name: 'Anna Berg', screenName: 'anna' } },
    content: 'You are now chatting with Anna Berg',
    sender: { type: 'system' },
    timeStamp: expect.any(Number),
    id: expect.stringMatching(/^\d{10,}$/),
  });
  const said = await post('sendmessage', {
    conversation: { id },
    type: { value: 'text/html' },
    content: '<p>How are <b>you</b> agent?</p><script>alert(1)</script>',
  });
  expect([said.status, said.text]).toEqual([204, '']);
  expect((await agent.page.waitFor('message.sent')).text).toBe('How are you agent?');
  await agent.page.do('typing.set', { interactionId: id as never, typing: true });
  await expect.poll(types).toContain('startTyping');
  await agent.page.do('typing.set', { interactionId: id as never, typing: false });
  await say(agent, id, 'Howdy & <welcome>.\nBye');
  await expect.poll(types).toContain('text/html');
  expect(types()).toEqual(['assigned', 'startTyping', 'endTyping', 'text/html']);
  const user = { name: 'Anna Berg', screenName: 'anna' };
  expect(messages()[3]).toMatchObject({
    content: 'Howdy &amp; &lt;welcome&gt;.<br />Bye',
    sender: { type: 'user', user },
  });
  // What is delivered, the agent sees so.
  await expect.poll(() => agent.page.payloads('message.delivered').length).toBeGreaterThan(0);
  expect((await post('conversation/end', { conversation: { id } })).status).toBe(204);
  await expect.poll(() => types().at(-1)).toBe('complete');
  const late = await post('sendmessage', { conversation: { id }, type: { value: 'text/plain' }, content: 'late' });
  expect([late.status, late.body.code]).toEqual([409, '409-101']);
  expect(new Set(messages().map(message => message['id'])).size).toBe(messages().length);
});

test('XML both ways', async () => {
  const { access_token } = await tokenOf('other', 'other-secret');
  const headers = {
    authorization: `Bearer ${access_token}`,
    'content-type': 'application/xml',
    accept: 'application/xml',
  };
  const configuration = await call(`${api}/messaging/configuration?entrypoint=1006`, { headers });
  const [, date] = /<lastModified><date>([^<]+)</.exec(configuration.text) ?? [];
  expect(configuration.text).toContain('<entryPoint><id>1006</id></entryPoint>');
  const agent = await server.agent('anna');
  const { status: code, text } = await call(`${api}/messaging/conversation/start`, {
    method: 'POST',
    headers,
    body: `<?xml version="1.0"?><ns2:conversation xmlns:ns2="urn:x"><entryPointConfiguration><entryPoint><id>1006</id></entryPoint>
      <lastModified><date>${date}</date></lastModified></entryPointConfiguration><activity><customer><contacts><contact>
      <firstName>Zo&#235;</firstName><lastName>&lt;b&gt;</lastName></contact></contacts></customer></activity></ns2:conversation>`,
  });
  expect(code).toBe(200);
  const [, id = ''] = /<\/activity><id>([\da-f-]{36})<\/id>/.exec(text) ?? [];
  expect(await agent.page.waitFor('offer.made')).toMatchObject({ customerName: 'Zoë <b>' });
  await accept(agent, id);
  await say(agent, id, 'a < b');
  await expect.poll(() => told.map(one => one.body).join('')).toContain('<content>a &amp;lt; b</content>');
  expect(told[0]?.body).toMatch(/^<messages><message><conversation><id>/);
  expect(told[0]?.type).toBe('application/xml');
});

describe('who is refused, and how', () => {
  test.each([
    ['no header', undefined, 401, '401-101'],
    ['another kind of header', 'Digest x', 401, '401-101'],
    ['an unknown key', basic('nobody', 'kore-secret'), 401, '401-102'],
    ['a wrong secret', basic('kore', 'wrong'), 401, '401-102'],
    ['no secret', basic('nobody', ''), 401, '401-102'],
  ])('a token for %s', async (_, authorization, code, failure) => {
    const answer = await call(`${api}/authentication/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...(authorization && { authorization }) },
      body: 'grant_type=client_credentials',
    });
    expect([answer.status, answer.body.code]).toEqual([code, failure]);
    expect(answer.body.developerMessage).toMatch(/\.$/);
  });

  test('a token that is none, that is another’s, and one of before the secret was another', async () => {
    const headers = await bearer();
    const bad = await call(`${api}/messaging/configuration?entrypoint=1004`, {
      headers: { authorization: 'Bearer x' },
    });
    expect([bad.status, bad.body.code]).toEqual([401, '401-103']);
    const none = await call(`${api}/messaging/configuration?entrypoint=1004`);
    expect([none.status, none.body.code]).toEqual([401, '401-100']);
    process.env['TEST_ECE_SECRET'] = 'rotated';
    try {
      const old = await call(`${api}/messaging/configuration?entrypoint=1004`, { headers });
      expect(old.status).toBe(401);
    } finally {
      process.env['TEST_ECE_SECRET'] = 'kore-secret';
    }
  });

  test('an entry point that is not there, or not theirs; a configuration of before', async () => {
    const headers = await bearer();
    const get = (id: string) => call(`${api}/messaging/configuration?entrypoint=${id}`, { headers });
    expect((await get('1')).status).toBe(404);
    expect((await get('1006')).status).toBe(403);
    expect((await get('__proto__')).status).toBe(404);
    await server.agent('anna');
    const stale = await post('conversation/start', await starting('2025-03-24T00:59:14.000Z'));
    expect(stale.status).toBe(409);
    expect(stale.body).toEqual({
      code: '409-100',
      developerMessage:
        'Last modified date provided in the request body for the following  do not match : conversation.entryPointConfiguration.',
    });
  });

  test('nobody is there; and nobody listens', async () => {
    const nobody = await post('conversation/start', await starting());
    expect([nobody.status, nobody.body.code]).toEqual([500, '500-120']);
    expect((await call('system/egain/chat/entrypoint/agentAvailability/1004')).body).toEqual({ available: false });
    const agent = await server.agent('anna');
    expect((await call('system/egain/chat/entrypoint/agentAvailability/1004')).body).toEqual({ available: true });
    status = () => 410;
    const { id } = await start();
    await accept(agent, id);
    await expect.poll(async () => (await post('conversation/start', await starting())).body.code).toBe('500-121');
  });

  test('another application’s conversation, and none', async () => {
    const { id } = await talk();
    const message = { conversation: { id }, type: { value: 'text/plain' }, content: 'x' };
    const foreign = await post('sendmessage', message, await bearer('other', 'other-secret'));
    expect([foreign.status, foreign.body.code]).toEqual([403, '403-100']);
    const none = await post('sendmessage', { ...message, conversation: { id: randomUUID() } });
    expect([none.status, none.body.code]).toEqual([404, '404-100']);
  });

  test.each([
    ['broken', '{"conversation":'],
    ['a list', '[]'],
    ['no type', '{"conversation":{"id":"1"}}'],
    ['deep', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
  ])('a body that is %s', async (_, body) => {
    const answer = await call(`${api}/messaging/sendmessage`, { method: 'POST', headers: await bearer(), body });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ code: expect.stringMatching(/^400-/), developerMessage: expect.any(String) });
  });

  test('a bomb of XML, and one that is too long', async () => {
    const headers = { ...(await bearer()), 'content-type': 'application/xml' };
    const bomb = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>';
    const at = `${api}/messaging/sendmessage`;
    expect((await call(at, { method: 'POST', headers, body: bomb })).status).toBe(400);
    expect((await call(at, { method: 'POST', headers, body: `<a>${'x'.repeat(300_000)}</a>` })).status).toBe(413);
  });
});

test('what is not taken is delivered again, in order and under the same id, also after a restart', async () => {
  const { agent, id } = await talk();
  const refused: string[] = [];
  status = one => {
    refused.push(one.body);
    return 503;
  };
  for (const text of ['one', 'two', 'three']) await say(agent, id, text);
  await expect.poll(() => refused.length).toBeGreaterThan(0);
  const [first] = JSON.parse(refused[0] ?? '').message;
  await server.pause();
  status = () => 200;
  told = [];
  server = await TestServer.start(config(), { dataDirectory: server.dataDirectory });
  await expect.poll(types).toEqual(['text/html', 'text/html', 'text/html']);
  expect(messages().map(({ content }) => content)).toEqual(['one', 'two', 'three']);
  expect(messages()[0]?.['id']).toBe(first.id);
  // The customer is there again, and goes on.
  expect(
    (await post('sendmessage', { conversation: { id }, type: { value: 'text/plain' }, content: 'back' })).status,
  ).toBe(204);
});

test('a file of the customer is fetched, looked at and shared', async () => {
  const text = createServer((_, response) => response.end('%PDF-1.4 a bill'));
  await new Promise<void>(resolve => text.listen(0, '127.0.0.1', resolve));
  const contentUrl = `http://127.0.0.1:${(text.address() as AddressInfo).port}/bill`;
  try {
    const { agent, id } = await talk();
    const attachments = {
      attachment: [{ fileName: 'bill.pdf', contentType: 'application/pdf', size: '9', contentUrl }],
    };
    const body = { conversation: { id }, type: { value: 'uploadAttachment' }, attachments };
    expect((await post('sendmessage', body)).status).toBe(204);
    expect((await agent.page.waitFor('file.shared')).file).toMatchObject({ name: 'bill.pdf' });
    expect((await post('sendmessage', body, await bearer('other', 'other-secret'))).status).toBe(403);
  } finally {
    text.close();
  }
});

test('who guesses at secrets is turned away', async () => {
  const guess = () =>
    call(`${api}/authentication/oauth2/token`, {
      method: 'POST',
      headers: { authorization: basic('kore', randomUUID()) },
    });
  for (let count = 0; count < 20; count += 1) expect((await guess()).status).toBe(401);
  expect((await guess()).status).toBe(429);
});

test('one message that the listener cannot read stops none of the others', async () => {
  const { agent, id } = await talk();
  told = [];
  status = ({ body }) => (body.includes('poison') ? 400 : 200);
  for (const text of ['before', 'poison', 'after']) await say(agent, id, text);
  await expect.poll(() => messages().map(({ content }) => content), { timeout: 30_000 }).toEqual(['before', 'after']);
});

test('the configuration is the same after a restart', async () => {
  const before = await lastModified();
  await server.pause();
  server = await TestServer.start(config(), { dataDirectory: server.dataDirectory });
  expect(await lastModified()).toBe(before);
});
