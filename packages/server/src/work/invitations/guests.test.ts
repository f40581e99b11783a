import { startTextGateway, type TextGateway } from '@eyeline/simulators';
import { afterEach, expect, test } from 'vitest';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let gateway: TextGateway | null = null;
afterEach(async () => {
  await server.stop();
  await gateway?.stop();
  gateway = null;
});

const publicUrl = 'https://lamps.example';
const account = { accountSid: 'AC1', authToken: 'a secret' };
process.env['EYELINE_TEST_SMS'] = account.authToken;
const keyOf = (who: string) => `${who}-`.padEnd(20, '0');

async function ask(path: string, body?: object) {
  const response = await fetch(new URL(`/api/v1${path}`, server.url), {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return { status: response.status, body: await response.json() };
}

const codeOf = (link: string | null | undefined) => link?.split('/').at(-1) ?? '';
const open = (link: string | null | undefined, who = 'zoe') => ask(`/links/${codeOf(link)}/open`, { key: keyOf(who) });

/** The guest's page, which has come by the link. */
async function guest(link: string | null | undefined, who = 'zoe') {
  const { body } = await open(link, who);
  const page = await server.page();
  await page.do('customer.resume', { token: body.token });
  await page.do('interaction.catch-up', { interactionId: body.interactionId, afterSeq: 0 });
  return { page, ...body };
}

async function send(desk: Awaited<ReturnType<TestServer['agent']>>, more: object = {}) {
  const { invitations } = await desk.page.do('invitation.send', { numbers: [], ...more });
  return invitations;
}

test('an agent who is not ready sends a link without any chat, and has the guest when they come', async () => {
  server = await TestServer.start({ publicUrl });
  const anna = await server.agent('anna', false);
  const [invitation] = await send(anna);
  expect(invitation?.link).toMatch(/^https:\/\/lamps\.example\/v\/[1-9A-HJ-NP-Za-km-z]{17}$/);
  expect(invitation).toMatchObject({ state: 'made', to: null });
  const shown = { role: 'guest', kind: 'companion', standing: 'open', entryPointId: 'support' };
  for (let looks = 0; looks < 3; looks += 1)
    expect(await ask(`/links/${codeOf(invitation?.link)}`)).toMatchObject({ status: 200, body: shown });
  const zoe = await guest(invitation?.link);
  const task = await anna.page.waitFor('task.state-changed', one => one.interactionId === zoe.interactionId);
  expect(task).toMatchObject({ state: 'active', domain: 'video' });
  expect(anna.page.payloads('offer.made')).toEqual([]);
  await anna.page.waitFor('invitation.changed', one => one.state === 'opened');
  const callId = 'call-of-the-guest' as never;
  await zoe.page.do('call.propose', { interactionId: zoe.interactionId, callId });
  await anna.page.do('interaction.catch-up', { interactionId: zoe.interactionId, afterSeq: 0 });
  await anna.page.do('call.accept', { interactionId: zoe.interactionId, callId });
});

test('a link is for one: for them again after a reload, and for nobody else', async () => {
  server = await TestServer.start({ publicUrl });
  const anna = await server.agent('anna');
  const [invitation] = await send(anna);
  const first = await open(invitation?.link, 'zoe');
  const again = await open(invitation?.link, 'zoe');
  expect(again.body).toMatchObject({ participantId: first.body.participantId });
  expect(await open(invitation?.link, 'mallory')).toMatchObject({
    status: 410,
    body: { error: { code: 'link-used' } },
  });
  const { interactionId } = first.body;
  const page = await server.page();
  await page.do('customer.resume', { token: first.body.token });
  await page.do('interaction.end', { interactionId });
  expect(await open(invitation?.link, 'zoe')).toMatchObject({ status: 410, body: { error: { code: 'link-ended' } } });
});

test('a link that was withdrawn lets in nobody, whoever else asks to withdraw one is refused', async () => {
  server = await TestServer.start({ publicUrl });
  const anna = await server.agent('anna');
  const ben = await server.agent('ben');
  const [invitation] = await send(anna);
  const { invitationId } = invitation ?? { invitationId: '' as never };
  expect(await ben.page.refusal('invitation.revoke', { invitationId })).toBe('not-allowed');
  await anna.page.do('invitation.revoke', { invitationId });
  expect(await open(invitation?.link)).toMatchObject({ status: 410, body: { error: { code: 'link-revoked' } } });
  expect(await anna.page.refusal('invitation.send-again', { invitationId })).toBe('link-revoked');
});

test('codes that are none: not found, and after a few not even that; links that are some are still open', async () => {
  server = await TestServer.start({ publicUrl, limits: { linkBurst: 3, linksPerMinute: 1 } });
  const anna = await server.agent('anna');
  const [invitation] = await send(anna);
  const statuses: number[] = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await ask(`/links/forged-${n}`)).status);
  expect(statuses).toEqual([404, 404, 404, 429, 429]);
  expect((await ask('/links/forged/open', { key: keyOf('mallory') })).body.error.code).toBe('too-many-requests');
  expect(invitation).toBeDefined();
});

test('when the agent is gone, whoever is ready is asked', async () => {
  server = await TestServer.start({ publicUrl });
  const anna = await server.agent('anna', false);
  const ben = await server.agent('ben');
  const [invitation] = await send(anna);
  await anna.page.do('agent.sign-out', {});
  const zoe = await guest(invitation?.link);
  expect(await ben.page.waitFor('offer.made')).toMatchObject({ interactionId: zoe.interactionId });
});

test('in a chat the link leads into it, as its customer, on another device', async () => {
  server = await TestServer.start({ publicUrl });
  const { agent, customer, interactionId } = await server.conversation();
  const ben = await server.agent('ben');
  expect(await ben.page.refusal('invitation.send', { numbers: [], into: interactionId })).toBe('not-allowed');
  const [invitation] = await send(agent, { into: interactionId });
  const zoe = await guest(invitation?.link);
  expect(zoe).toMatchObject({ interactionId, participantId: customer.participantId, kind: 'two-way' });
});

test('several numbers at once, each with a link of its own; one that is no number is named and nothing is sent', async () => {
  gateway = await startTextGateway(account);
  const sms = { baseUrl: gateway.url, accountSid: account.accountSid, from: '+442079460000' };
  server = await TestServer.start({
    publicUrl,
    sms: { ...sms, authToken: { env: 'EYELINE_TEST_SMS' } },
    invitations: { company: 'Halden Lamps', country: 'GB' },
  });
  const anna = await server.agent('anna');
  expect(anna.desk.inviting).toEqual({ byText: true, isRehearsal: false });
  const numbers = ['020 7946 0018', '+44 20 7946 0019', '+442079460019'];
  const refused = await anna.page.ask('invitation.send', { numbers: [...numbers, 'mother'] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'number-invalid' } });
  const sent = await send(anna, { numbers });
  expect(sent.map(one => one.to)).toEqual(['+442079460018', '+442079460019']);
  for (const { invitationId } of sent)
    await anna.page.waitFor('invitation.changed', one => one.invitationId === invitationId && one.state === 'sent');
  const texts = gateway.texts.map(({ to, body }) => ({ to, body }));
  expect(texts.toSorted((one, other) => one.to.localeCompare(other.to))).toEqual(
    sent.map(({ to, link }) => ({ to, body: `Halden Lamps: open this link to show us what you see. ${link}` })),
  );
});

test('a gateway in trouble is tried again, and no message goes twice; one that refuses says why', async () => {
  gateway = await startTextGateway(account);
  gateway.order('lost');
  const sms = { baseUrl: gateway.url, accountSid: account.accountSid, from: '+442079460000' };
  server = await TestServer.start({ publicUrl, sms: { ...sms, authToken: { env: 'EYELINE_TEST_SMS' } } });
  const anna = await server.agent('anna');
  const [first] = await send(anna, { numbers: ['+442079460018'] });
  await anna.page.waitFor(
    'invitation.changed',
    one => one.invitationId === first?.invitationId && one.state === 'sent',
  );
  expect(gateway.texts).toHaveLength(1);
  gateway.order({ code: 21610, message: 'Attempt to send to unsubscribed recipient' });
  const [second] = await send(anna, { numbers: ['+442079460019'] });
  const invitationId = second?.invitationId ?? ('' as never);
  const failed = await anna.page.waitFor(
    'invitation.changed',
    one => one.invitationId === invitationId && one.state === 'failed',
  );
  expect(failed.failure).toBe('Attempt to send to unsubscribed recipient');
  await anna.page.do('invitation.send-again', { invitationId });
  await anna.page.waitFor('invitation.changed', one => one.invitationId === invitationId && one.state === 'sent');
  expect(gateway.texts).toHaveLength(2);
});

test('after a restart links lead where they did, and the desk shows them', async () => {
  server = await TestServer.start({ publicUrl });
  const anna = await server.agent('anna');
  const [invitation] = await send(anna);
  const { dataDirectory } = server;
  await server.pause();
  server = await TestServer.start({ publicUrl }, { dataDirectory });
  const again = await server.agent('anna', false);
  expect(again.desk.invitations).toMatchObject([{ invitationId: invitation?.invitationId, link: invitation?.link }]);
  const zoe = await guest(invitation?.link);
  await again.page.waitFor('task.state-changed', one => one.interactionId === zoe.interactionId);
});

test('where links do not go by text message, they can still be passed on', async () => {
  server = await TestServer.start({ publicUrl, invitations: { byText: false } });
  const anna = await server.agent('anna');
  expect(anna.desk.inviting).toMatchObject({ byText: false });
  expect(await anna.page.refusal('invitation.send', { numbers: ['+442079460018'] })).toBe('not-offered');
  expect(await send(anna)).toMatchObject([{ state: 'made' }]);
});

test('a server that does not know its address makes no links', async () => {
  server = await TestServer.start();
  const anna = await server.agent('anna');
  const refused = await anna.page.ask('invitation.send', { numbers: [] });
  expect(refused).toMatchObject({ ok: false, error: { code: 'not-offered' } });
});
