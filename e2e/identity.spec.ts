import { demoConfig } from '@eyeline/server';
import { SignJWT } from 'jose';
import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { HostSite, tagOf } from './harness/host-page.ts';
import { expect, test } from './harness/scene.ts';

const secret = 'a secret of the shop, 32 bytes at least';
process.env['SHOP_SECRET'] = secret;
const keys = [{ algorithm: 'HS256', secret: { env: 'SHOP_SECRET' } }];
test.use({ centreOptions: { config: { ...demoConfig, identity: { audience: 'shop', keys } } } });

/** A token as the shop's own server makes it. */
const tokenFor = (subject: string, name: string): Promise<string> =>
  new SignJWT({ name, attributes: { tier: 'gold' } })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(subject)
    .setAudience('shop')
    .setExpirationTime('1 hour')
    .sign(new TextEncoder().encode(secret));

test('a page says who is there, the desk reads that it is not proven, and a token proves it', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const page = await openPage(customerBrowser);
  const site = await HostSite.open({ '/': { body: `<h1>Tea</h1>${tagOf(centre.url)}` } });
  type Tell = (...call: unknown[]) => Promise<unknown>;
  const tell: Tell = (...call) =>
    page.evaluate(args => (Reflect.get(window as object, 'eyeline') as Tell)(...args).catch(({ code }) => code), call);
  await page.goto(site.origin);
  await expect(page.getByRole('button', { name: 'Chat with us' })).toBeVisible();
  await tell('identify', { id: '42', name: '✓ Verified Bob' });
  await tell('setAttributes', { cart: 3 });
  await tell('startChat', { name: 'Ada', question: 'Where is my parcel?' });
  const offer = agent.page.getByRole('region', { name: /^Offer/ });
  await expect(offer).toContainText('Says to be');
  await expect(offer).toContainText('✓ Verified Bob');
  await expect(offer).toContainText('cart');
  await agent.acceptOffer();
  await expect(agent.page.getByText('Verified', { exact: true })).toHaveCount(0);

  await tell('identify', { token: await tokenFor('c-17', 'Ada Lovelace') });
  await expect(agent.page.getByText('Verified', { exact: true })).toBeVisible();
  await expect(agent.page.getByText('gold')).toBeVisible();
  // Somebody else at the same browser is not taken for who began.
  expect(await tell('identify', { token: await tokenFor('c-18', 'Mallory') })).toMatch(/^identity-/);
  await expect(agent.page.getByText('Mallory')).toHaveCount(0);

  // A page whose own server is away gives no token: the conversation is there all the same, at once.
  await page.addInitScript(() => {
    const q: unknown[] = [];
    const early = (...call: unknown[]) => new Promise((...settle) => q.push([call, settle]));
    Reflect.set(window, 'eyeline', Object.assign(early, { q }));
    void early('identify', { token: () => new Promise(() => {}) });
  });
  await page.reload();
  await expect(page.getByText('Where is my parcel?').first()).toBeVisible({ timeout: 8_000 });

  // Who comes again and is proven has a history, which the agent reads; who only claims the same id has none.
  await tell('send', 'It was to come on Monday.');
  await tell('end');
  await agent.wrapUp('Solved');
  const history = agent.page.getByText('Earlier conversations', { exact: true });
  await tell('reset');
  await tell('identify', { id: 'c-17', name: 'Ada Lovelace' });
  await tell('startChat', { name: 'Ada', question: 'It is me again.' });
  await agent.acceptOffer();
  await expect(agent.page.getByText('Says to be')).toBeVisible();
  await expect(history).toHaveCount(0);
  await tell('identify', { token: await tokenFor('c-17', 'Ada Lovelace') });
  await expect(history).toBeVisible();
  const earlier = agent.page.getByRole('group').filter({ hasText: 'It was to come on Monday.' });
  await expect(earlier).toContainText('Customer support');
  await earlier.locator('summary').press('Enter');
  await expect(earlier.getByRole('listitem')).toContainText('It was to come on Monday.');
  await expectGoodLooks(agent.page, 'customer-history');
  site.close();
});
