import { randomUUID } from 'node:crypto';
import type { CustomerClaim } from '@eyeline/protocol';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../../testing/test-server.ts';

const secret = 'a secret of the shop, 32 bytes at least';
process.env['EYELINE_TEST_IDENTITY'] = secret;
const tokenFor = (sub: string, more: object = {}) =>
  new SignJWT({ sub, ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience('shop')
    .setExpirationTime('2 minutes')
    .sign(new TextEncoder().encode(secret));

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start({
    identity: { audience: 'shop', keys: [{ algorithm: 'HS256', secret: { env: 'EYELINE_TEST_IDENTITY' } }] },
    entryPoints: [
      { entryPointId: 'support', title: 'Support' },
      { entryPointId: 'members', title: 'Members', identityRequired: 'verified' },
    ],
    rules: [
      { ruleId: 'gold', when: { attribute: 'customer.tier', eq: 'gold' }, outcome: { attributes: { Rule: 'gold' } } },
      { ruleId: 'cart', when: { attribute: 'attributes.page', eq: 'cart' }, outcome: { attributes: { From: 'cart' } } },
      { ruleId: 'known', when: { attribute: 'customer.level', eq: 'verified' }, outcome: { priority: 2 } },
    ],
  });
});
afterAll(() => server.stop());

async function opened(customer?: Partial<CustomerClaim>, entryPointId = 'support') {
  const page = await server.page();
  const input = { entryPointId, form: { name: 'Zoe' }, ...(customer && { customer }) };
  return { page, ...(await page.do('interaction.open', input as never)) };
}

test('who is verified is so on the offer, in the rules and in the log; the customer’s own page is told nothing of it', async () => {
  const agent = await server.agent('anna');
  const token = await tokenFor('c-17', { name: 'Ada Lovelace', attributes: { tier: 'gold' } });
  const { page, interactionId } = await opened({ token, name: 'Somebody else', attributes: { page: 'cart' } });
  const offer = await agent.page.waitFor('offer.made', one => one.interactionId === interactionId);
  expect(offer).toMatchObject({
    customerName: 'Ada Lovelace',
    customer: { level: 'verified', id: 'c-17', details: { tier: 'gold' }, attributes: { page: 'cart' } },
    form: expect.arrayContaining([
      { label: 'Rule', value: 'gold' },
      { label: 'From', value: 'cart' },
    ]),
  });
  const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(facts.map(({ type }) => type)).toContain('participant.identified');
  expect(JSON.stringify(facts.filter(({ type }) => type === 'participant.identified'))).not.toMatch(/c-17|gold|cart/);
  await agent.page.do('offer.accept', { offerId: offer.offerId });
  const read = await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(read.facts).toContainEqual(
    expect.objectContaining({ type: 'participant.identified', customer: expect.objectContaining({ id: 'c-17' }) }),
  );

  // Later: more of it, live on the desk; the same again says nothing; without the token the proof stays.
  const say = (customer: Partial<CustomerClaim>) =>
    page.ask('customer.identify', { interactionId, customer, commandId: randomUUID() } as never);
  await say({ token, attributes: { page: 'order' } });
  await say({ token, attributes: { page: 'order' } });
  await say({ name: 'Mallory', attributes: { page: 'account' } });
  await agent.page.waitFor('participant.identified', ({ customer }) => customer.attributes['page'] === 'account');
  const told = agent.page.payloads('participant.identified').map(({ customer }) => customer);
  expect(told.map(({ level, name, attributes }) => [level, name, attributes['page']])).toEqual([
    ['verified', 'Ada Lovelace', 'order'],
    ['verified', 'Ada Lovelace', 'account'],
  ]);
  expect(JSON.stringify(page.payloads('participant.identified'))).not.toMatch(/Ada|order|account/);
  // Somebody else on the same page is not in this conversation.
  expect(await say({ token: await tokenFor('c-18') })).toMatchObject({
    ok: false,
    error: { code: 'identity-invalid', message: expect.stringContaining('reset') },
  });
  // Others say nothing here.
  const stranger = await opened();
  const foreign = { interactionId, customer: { attributes: {} }, commandId: randomUUID() } as const;
  expect(await stranger.page.refusal('customer.identify', foreign as never)).toBe('not-allowed');
  expect(await agent.page.refusal('customer.identify', { ...foreign, commandId: randomUUID() } as never)).toBe(
    'not-allowed',
  );
  await page.do('interaction.end', { interactionId, commandId: randomUUID() } as never);
  await stranger.page.do('interaction.end', {
    interactionId: stranger.interactionId,
    commandId: randomUUID(),
  } as never);
});

test('a claim is a claim, with what nobody is to read hidden in it; who is known too little does not come in', async () => {
  const { page, interactionId } = await opened({
    name: 'Ada',
    attributes: { card: '4111 1111 1111 1111', tier: 'gold' },
  });
  const log = await server.running.centre.interaction.logs.find(interactionId, Date.now());
  expect(log?.interaction.customer).toMatchObject({ level: 'claimed', name: 'Ada', attributes: { tier: 'gold' } });
  expect(JSON.stringify(log?.interaction.customer)).not.toContain('4111 1111');
  // What a page says is no proof: the rule for customers of that tier asks the token.
  expect(log?.interaction.attributes).toEqual({});
  // Nobody asks for a name here, so the page's word is what there is.
  expect(log?.interaction.participants[0]?.name).toBe('Ada');

  const members = (customer: object) => ({ entryPointId: 'members', form: { name: 'Zoe' }, customer }) as never;
  expect(await page.refusal('interaction.open', members({ name: 'Ada' }))).toBe('identity-required');
  expect(await page.refusal('interaction.open', members({ token: 'x' }))).toBe('identity-invalid');
  await opened({ token: await tokenFor('c-19') }, 'members');

  // Bounded, whatever is said.
  const many = Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`a${n}`, 'x']));
  for (const customer of [
    { attributes: many },
    { attributes: { 'no name': 'x' } },
    { attributes: { long: 'x'.repeat(501) } },
    { name: 'x'.repeat(81) },
    { attributes: { __proto__: null, nested: {} } },
  ])
    expect(await page.refusal('interaction.open', members(customer)), JSON.stringify(customer)).toBe('invalid-payload');
});
