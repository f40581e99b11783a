import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAccounts } from '../../process/ask-accounts.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { ApiClient } from '../../testing/api-client.ts';
import { TestServer } from '../../testing/test-server.ts';
import { testSecret, WebhookReceiver } from '../../testing/webhook-receiver.ts';

const env = 'EYELINE_TEST_HTTP_WEBHOOK';
let server: TestServer;
let receiver: WebhookReceiver;
let api: ApiClient;
const webhook = (more: object = {}) => ({
  id: 'crm',
  url: receiver.url,
  secrets: [{ env }],
  allowPrivate: true,
  ...more,
});
const reconfigure = (webhooks: readonly object[]) =>
  server.running.reconfigure(parseConfig({ ...server.fileConfig, webhooks }));
const crm = async () => (await api.ask('GET', '/webhooks')).body.webhooks[0];

beforeAll(async () => {
  process.env[env] = testSecret;
  receiver = new WebhookReceiver();
  await receiver.listen();
  server = await TestServer.start({ webhooks: [webhook()] });
  api = new ApiClient(server.url);
  await api.signIn();
});
afterAll(async () => {
  await server.stop();
  await receiver.close();
  delete process.env[env];
});

test('a conversation is told as it goes, and an administrator sees how', async () => {
  expect(await api.ask('GET', '/webhooks')).toMatchObject({ status: 403, body: { error: { code: 'not-allowed' } } });
  await askAccounts({ method: 'POST', path: '/accounts/sue/role', body: { role: 'administrator' } }, server);
  const { page, interactionId } = await server.customer();
  await page.do('message.send', { interactionId, text: 'Is it in stock?' });
  await expect.poll(() => receiver.taken.map(one => one.type)).toContain('message.sent');
  expect(receiver.seqsOf(interactionId)[0]).toBe(1);
  await expect.poll(crm).toMatchObject({ id: 'crm', url: receiver.url, paused: null, behind: 0, failures: 0 });
  const { attempts } = (await api.ask('GET', '/webhooks/crm/attempts?limit=2')).body;
  expect(attempts).toMatchObject([{ status: 204, reason: null, attempt: 1 }, { status: 204 }]);
  const older = (await api.ask('GET', `/webhooks/crm/attempts?limit=1&before=${attempts[1].id}`)).body.attempts;
  expect(older.every((one: { id: number }) => one.id < attempts[1].id)).toBe(true);
  expect(JSON.stringify((await api.ask('GET', '/webhooks')).body)).not.toContain('whsec');
  expect(await server.running.metrics.text()).toMatch(
    /eyeline_webhook_attempts_total\{webhook="crm",outcome="delivered"\} \d/,
  );
});

test('it is paused, which is seen, goes on, and begins again', async () => {
  const { page, interactionId } = await server.customer();
  expect((await api.ask('POST', '/webhooks/crm/pause', {})).status).toBe(200);
  expect(await crm()).toMatchObject({ paused: 'by-hand' });
  await expect.poll(() => server.running.readiness()).toMatchObject({ ready: true, webhooks: { paused: ['crm'] } });
  await page.do('message.send', { interactionId, text: 'Hello?' });
  expect((await api.ask('POST', '/webhooks/crm/resume')).status).toBe(200);
  await expect.poll(() => receiver.taken.filter(one => one.body.includes('Hello?')).length).toBe(1);
  expect((await api.ask('POST', '/webhooks/crm/replay', { interactionId })).status).toBe(200);
  await expect.poll(() => receiver.taken.filter(one => one.body.includes('Hello?')).length).toBe(2);
  expect((await api.ask('POST', '/webhooks/crm/replay', { from: '2020-01-01T00:00:00Z' })).status).toBe(200);
  await expect.poll(() => receiver.taken.filter(one => one.body.includes('Hello?')).length).toBe(3);
  expect((await api.ask('POST', '/webhooks/crm/replay', { deadLetters: true })).status).toBe(200);
});

test('what is no webhook, no instant and no number is refused', async () => {
  for (const [method, path, body, status] of [
    ['GET', '/webhooks/none/attempts', undefined, 404],
    ['POST', '/webhooks/none/pause', {}, 404],
    ['POST', '/webhooks/none/replay', { deadLetters: true }, 404],
    ['POST', '/webhooks/crm/replay', {}, 400],
    ['POST', '/webhooks/crm/replay', { from: 'yesterday' }, 400],
    ['POST', '/webhooks/crm/replay', { from: '2026-13-40T00:00:00Z' }, 400],
    ['POST', '/webhooks/crm/replay', { interactionId: 'x', seq: 0 }, 400],
    ['GET', '/webhooks/crm/attempts?limit=0', undefined, 400],
    ['GET', '/webhooks/crm/attempts?limit=1e3', undefined, 400],
    ['GET', '/webhooks/crm/dead-letters?limit=5000', undefined, 400],
    ['POST', '/webhooks', {}, 405],
  ] as const)
    expect([path, body, (await api.ask(method, path, body)).status]).toEqual([path, body, status]);
});

test('another configuration counts while it runs: it moves, its secret is exchanged, it goes and comes back', async () => {
  const next = `whsec_${Buffer.from('another secret, of 24 bytes and more').toString('base64')}`;
  const moved = new WebhookReceiver(next);
  await moved.listen();
  process.env[`${env}_NEXT`] = next;
  const { page, interactionId } = await server.customer();
  await reconfigure([webhook({ url: moved.url, secrets: [{ env }, { env: `${env}_NEXT` }] })]);
  await page.do('message.send', { interactionId, text: 'And now?' });
  await expect.poll(() => moved.taken.some(one => one.body.includes('And now?'))).toBe(true);
  expect(moved.wrong).toEqual([]);
  await expect(reconfigure([webhook({ secrets: [{ env: `${env}_NONE` }] })])).rejects.toThrow('webhooks.0.secrets.0');
  await reconfigure([]);
  await page.do('message.send', { interactionId, text: 'Nobody is told.' });
  expect(await server.running.readiness()).not.toHaveProperty('webhooks');
  await reconfigure([webhook()]);
  // It goes on where it was.
  await expect.poll(() => receiver.taken.some(one => one.body.includes('Nobody is told.'))).toBe(true);
  delete process.env[`${env}_NEXT`];
  await moved.close();
});
