import { afterEach, expect, test } from 'vitest';
import { Applications } from '../../people/applications/applications.ts';
import { ServiceTokens } from '../../people/applications/service-tokens.ts';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let token: string;
afterEach(() => server.stop());

async function start(config: Parameters<typeof TestServer.start>[0] = {}) {
  server = await TestServer.start({ publicUrl: 'https://lamps.example', ...config });
  ({ token } = await new ServiceTokens(new Applications(server.running.centre.store.applications)).add(
    'flow',
    'invitations',
    365,
  ));
}

async function ask(path: string, body: object | string, bearer: string | null = token) {
  const response = await fetch(new URL(path, server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const aud = 'a4d886b0-979f-4e2c-a958-3e8c14605e51';
const links = (sub: string, more: object = {}) => ({
  ...{ jwt: { sub }, aud, numHost: 1, numGuest: 1, verticalType: 'cc', provideShortUrls: true, ...more },
});
const key = 'a-key-of-the-guest-alone';
const open = (code: string, given = key) => ask(`/api/v1/links/${code}/open`, { key: given }, null);

async function guest(code: string, given = key) {
  const { body } = await open(code, given);
  const page = await server.page();
  await page.do('customer.resume', { token: body.token });
  return { page, ...body };
}

test('the links of the flow: a host takes theirs, a guest theirs, and both meet', async () => {
  await start();
  const made = await ask('/api/v2/joseencrypt', links('call-1'));
  expect(made).toMatchObject({ status: 200, body: { baseUrl: 'https://lamps.example/visit/' } });
  const [host] = made.body.host;
  const [first] = made.body.guest;
  expect(host).toEqual({ cipher: host.short, short: host.short });
  const anna = await server.agent('anna', false);
  await anna.page.do('invitation.take', { code: host.short });
  const zoe = await guest(first.short);
  const task = await anna.page.waitFor('task.state-changed');
  expect(task).toMatchObject({ interactionId: zoe.interactionId, state: 'active' });
  const ben = await server.agent('ben');
  expect(await ben.page.refusal('invitation.take', { code: host.short })).toBe('link-used');
});

test('a guest who comes first waits for the host, over a restart too', async () => {
  await start();
  const { body } = await ask('/api/v2/joseencrypt', links('call-2'));
  const zoe = await guest(body.guest[0].short);
  const ben = await server.agent('ben');
  await ben.page.settle();
  expect(ben.page.payloads('offer.made')).toEqual([]);
  const { dataDirectory } = server;
  await server.pause();
  server = await TestServer.start({ publicUrl: 'https://lamps.example' }, { dataDirectory });
  const anna = await server.agent('anna', false);
  await anna.page.do('invitation.take', { code: body.host[0].short });
  expect(await anna.page.waitFor('task.state-changed')).toMatchObject({ interactionId: zoe.interactionId });
});

test('the same sub again leads into the same interaction; without hosts a guest is a customer as others are', async () => {
  await start();
  const one = await ask('/api/v2/joseencrypt', links('call-3', { numHost: 0 }));
  const two = await ask('/api/v1/joseencrypt', links('call-3', { numHost: 0, numGuest: 2, provideShortUrls: false }));
  expect(two.body).toEqual({ host: [], guest: [{ cipher: expect.any(String) }, { cipher: expect.any(String) }] });
  const ben = await server.agent('ben');
  const zoe = await guest(one.body.guest[0].short);
  expect(await ben.page.waitFor('offer.made')).toMatchObject({ interactionId: zoe.interactionId });
  const other = await open(two.body.guest[1].cipher, 'another-key-of-a-guest');
  expect(other.body).toMatchObject({ interactionId: zoe.interactionId });
  const apart = await open((await ask('/api/v2/joseencrypt', links('call-4', { numHost: 0 }))).body.guest[0].short);
  expect(apart.body.interactionId).not.toBe(zoe.interactionId);
});

test('the guest’s link goes to each number by text message, once however often it is asked', async () => {
  await start();
  await ask('/api/v2/joseencrypt', links('call-5'));
  const invite = {
    ...{ integration: 'jose', vertical: 'cc', orgId: '1c71287f-2f41-458b-b101-c4e616123554', meetingId: 'call-5' },
    mobileNumbersWithCountryCode: ['+14155550100', '+44 20 7946 0018', '4155550100'],
  };
  const { status, body } = await ask('/api/v1/sms/meetingInvite', invite);
  expect(status).toBe(200);
  expect(body.accepted.map((one: { number: string }) => one.number)).toEqual(['+14155550100', '+442079460018']);
  expect(body.refused).toMatchObject([{ number: '4155550100', code: 'number-invalid' }]);
  expect((await ask('/api/v1/sms/meetingInvite', invite)).body.accepted).toEqual(body.accepted);
  const texts = async () => (await (await fetch(new URL('/api/v1/texts', server.url))).json()).texts;
  await expect.poll(texts).toHaveLength(2);
  const [{ text }] = await texts();
  const [, code = ''] = /https:\/\/lamps\.example\/v\/(\w+)/.exec(text) ?? [];
  expect((await open(code)).status).toBe(200);
});

test('no token, a foreign one, one that was revoked or expired: refused, each with what to do', async () => {
  await start();
  const refusals = async (bearer: string | null) => {
    const { status, body } = await ask('/api/v2/joseencrypt', links('call-6'), bearer);
    return [status, body.error.code];
  };
  expect(await refusals(null)).toEqual([401, 'not-signed-in']);
  expect(await refusals('eyeline_forged')).toEqual([401, 'token-invalid']);
  const { body } = await ask('/api/v1/sign-in', { username: 'anna', password: 'eyeline-demo' }, null);
  expect(await refusals(body.token)).toEqual([401, 'token-invalid']);
  const { store } = server.running.centre;
  const old = await new ServiceTokens(new Applications(store.applications, () => Date.now() - 48 * 3_600_000)).add(
    'old',
    'invitations',
    1,
  );
  expect(await refusals(old.token)).toEqual([401, 'token-invalid']);
  const tokens = new ServiceTokens(new Applications(store.applications));
  const [found] = (await tokens.list()).filter(one => one.name === 'flow');
  await tokens.revoke(found?.tokenId ?? '');
  expect(await refusals(token)).toEqual([401, 'token-invalid']);
  expect((await ask('/api/v1/sms/meetingInvite', {}, null)).status).toBe(401);
});

test('bad requests: each with a code and a sentence, and nothing is made', async () => {
  await start();
  const code = async (path: string, body: object | string) => {
    const answer = await ask(path, body);
    return [answer.status, answer.body.error.code];
  };
  expect(await code('/api/v2/joseencrypt', links('x', { numGuest: 25 }))).toEqual([400, 'too-many-links']);
  expect(await code('/api/v2/joseencrypt', '{')).toEqual([400, 'invalid-payload']);
  expect(await code('/api/v1/space', {})).toEqual([403, 'not-offered']);
  const invite = (more: object) => code('/api/v1/sms/meetingInvite', { meetingId: 'x', ...more });
  expect(await invite({ mobileNumbersWithCountryCode: ['+14155550100'] })).toEqual([404, 'target-gone']);
  expect(await invite({ mobileNumbersWithCountryCode: [] })).toEqual([400, 'invalid-payload']);
  expect(await invite({ mobileNumbersWithCountryCode: '+14155550100' })).toEqual([400, 'invalid-payload']);
  expect([...server.running.centre.interaction.invitations.all()]).toEqual([]);
});

test('where links do not go by text message the flow is told so', async () => {
  await start({ invitations: { byText: false } });
  await ask('/api/v2/joseencrypt', links('call-7'));
  const invite = { meetingId: 'call-7', mobileNumbersWithCountryCode: ['+14155550100'] };
  expect((await ask('/api/v1/sms/meetingInvite', invite)).body.error.code).toBe('not-offered');
});

test('the addresses that people open lead to the guest’s page and to the desk, and use nothing up', async () => {
  await start();
  const { body } = await ask('/api/v2/joseencrypt', links('call-8'));
  const [host, first] = [body.host[0].short, body.guest[0].short];
  const target = async (path: string) => {
    const response = await fetch(new URL(path, server.url), { redirect: 'manual' });
    return [response.status, response.headers.get('location')];
  };
  expect(await target(`/visit/${first}`)).toEqual([302, `/visit.html#${first}`]);
  expect(await target(`/v/${first}`)).toEqual([302, `/visit.html#${first}`]);
  expect(await target(`/visit/${host}`)).toEqual([302, `/desk.html#host=${host}`]);
  expect(await target(`/gen/v1/talk?int=jose&v=1&data=${first}`)).toEqual([302, `/visit.html#${first}`]);
  expect(await target(`/gen/v1/login?int=jose&v=1&data=${host}`)).toEqual([302, `/desk.html#host=${host}`]);
  expect(await target('/visit/forged%23%0d%0aX:1')).toEqual([302, '/visit.html#forged%23%0D%0AX%3A1']);
  expect((await open(host)).body.error.code).toBe('not-allowed');
  expect((await open(first)).status).toBe(200);
});

test('a link that is not open yet, or not any more', async () => {
  await start();
  const soon = Math.round(Date.now() / 1_000) + 600;
  const early = await ask('/api/v2/joseencrypt', links('call-9', { jwt: { sub: 'call-9', nbf: soon } }));
  expect(await open(early.body.guest[0].short)).toMatchObject({ status: 403, body: { error: { code: 'link-early' } } });
});
