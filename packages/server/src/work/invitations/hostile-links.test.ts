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

async function ask(path: string, body?: object, bearer?: string) {
  const headers = { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) };
  const asked = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers };
  const response = await fetch(new URL(path, server.url), asked);
  return { status: response.status, body: await response.json() };
}

const aud = 'a4d886b0-979f-4e2c-a958-3e8c14605e51';
const keyOf = (who: string) => `${who}-`.padEnd(20, '0');
const open = (code: string, who: string) => ask(`/api/v1/links/${code}/open`, { key: keyOf(who) });
const standing = async (code: string) => (await ask(`/api/v1/links/${code}`)).body.standing;
const codeOf = (link: string | null | undefined) => link?.split('/').at(-1) ?? '';

/** Links of the flow that expire at that second; by default in an hour. */
async function links(
  sub: string,
  { exp = Math.ceil(Date.now() / 1000) + 3600, ...more }: Record<string, unknown> = {},
) {
  const { body } = await ask('/api/v2/joseencrypt', { jwt: { sub, exp }, aud, provideShortUrls: true, ...more }, token);
  const codes = (of: { short: string }[]) => of.map(({ short }) => short);
  return { hosts: codes(body.host), guests: codes(body.guest) };
}

async function guest(code: string, who: string) {
  const { body } = await open(code, who);
  const page = await server.page();
  await page.do('customer.resume', { token: body.token });
  return { page, ...body };
}

test('a link for one that two open at the same moment lets in one of them', async () => {
  await start();
  const anna = await server.agent('anna', false);
  const { invitations } = await anna.page.do('invitation.send', { numbers: [] });
  const code = codeOf(invitations[0]?.link);
  const people = ['zoe', 'yan', 'xia', 'mallory', 'trudy', 'eve'];
  const answers = await Promise.all(people.map(who => open(code, who)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410, 410]);
  for (const { status, body } of answers) if (status !== 200) expect(body.error.code).toBe('link-used');
  expect(await standing(code)).toBe('used');
});

test('a host’s link that two agents open at the same moment is one’s; what is none of a host’s is refused', async () => {
  await start();
  const { hosts, guests } = await links('both');
  const [anna, ben] = [await server.agent('anna'), await server.agent('ben')];
  const [code = '', guestCode = ''] = [hosts[0], guests[0]];
  const take = (who: typeof anna, of = code) => who.page.ask('invitation.take', { code: of });
  const answers = await Promise.all([take(anna), take(ben)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'link-used' } });
  const winner = answers[0]?.ok ? anna : ben;
  expect(await winner.page.refusal('invitation.take', { code: guestCode })).toBe('not-allowed');
  expect(await winner.page.refusal('invitation.take', { code: 'forged' })).toBe('link-unknown');
  // A customer is no agent, and a page that is nobody's is nobody.
  const zoe = await guest(guestCode, 'zoe');
  expect(await zoe.page.refusal('invitation.take', { code })).toBe('not-allowed');
  expect(await (await server.page()).refusal('invitation.take', { code })).toBe('not-signed-in');
  const loser = answers[0]?.ok ? ben : anna;
  expect(await loser.page.askRaw('invitation.take', { commandId: 'x', code: 'y'.repeat(10_000) })).toMatchObject({
    error: { code: 'invalid-payload' },
  });
});

test('an expired link brings nobody anew, not even who came by it before; nor is it sent by text message', async () => {
  await start();
  const exp = Math.ceil(Date.now() / 1000) + 3;
  const { guests } = await links('soon', { exp, numHost: 0 });
  const [code = ''] = guests;
  const zoe = await guest(code, 'zoe');
  await expect.poll(() => Date.now() / 1000, { timeout: 20_000 }).toBeGreaterThan(exp);
  // Who came by it comes back to what goes on.
  expect(await open(code, 'zoe')).toMatchObject({ status: 200, body: { interactionId: zoe.interactionId } });
  expect((await open(code, 'mallory')).status).toBe(410);
  const invite = { meetingId: 'soon', mobileNumbersWithCountryCode: ['+14155550100'] };
  const sent = await ask('/api/v1/sms/meetingInvite', invite, token);
  expect(sent).toMatchObject({ status: 410, body: { error: { code: 'link-expired' } } });
  await zoe.page.do('interaction.end', { interactionId: zoe.interactionId });
  expect(await open(code, 'zoe')).toMatchObject({ status: 410, body: { error: { code: 'link-expired' } } });
});

test('one link brings about no more conversations than a customer may open', async () => {
  await start({ limits: { interactionBurst: 3, interactionsPerMinute: 1 } });
  const { guests } = await links('again', { numHost: 0 });
  const [code = ''] = guests;
  const codes: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    const { status, body } = await open(code, 'zoe');
    codes.push(status === 200 ? 'ok' : `${status} ${body.error.code}`);
    if (status !== 200) continue;
    const page = await server.page();
    await page.do('customer.resume', { token: body.token });
    await page.do('interaction.end', { interactionId: body.interactionId });
  }
  expect(codes).toEqual(['ok', 'ok', 'ok', '429 too-many-interactions', '429 too-many-interactions']);
});

test('a host’s link into what ended long ago says so', async () => {
  await start();
  const { hosts, guests } = await links('old');
  const zoe = await guest(guests[0] ?? '', 'zoe');
  const anna = await server.agent('anna');
  await anna.page.do('invitation.take', { code: hosts[0] ?? '' });
  await zoe.page.do('interaction.end', { interactionId: zoe.interactionId });
  const { dataDirectory } = server;
  // The next server has no such conversation in memory.
  await server.pause();
  server = await TestServer.start({ publicUrl: 'https://lamps.example' }, { dataDirectory });
  const again = await server.agent('anna');
  expect(await again.page.refusal('invitation.take', { code: hosts[0] ?? '' })).toBe('link-ended');
});
