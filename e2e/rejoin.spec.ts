import { Agent } from './harness/agent.ts';
import { trackStates } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { CuttableProxy } from './harness/cuttable-proxy.ts';
import { expectPicture, expectTone } from './harness/picture.ts';
import { expect, meet, test, tones } from './harness/scene.ts';

/** How long a call waits for a side that is away where it does not wait for long, in ms. */
const graceMs = 4000;

/** How often each call is reloaded, by turns: `EYELINE_CALL_RELOADS=20` does so many. */
const reloads = Number(process.env['EYELINE_CALL_RELOADS'] ?? 4);

const ended = (states: readonly string[]) => states.length > 0 && states.every(state => state === 'ended');

for (const [media, entryPoint] of [
  ['peer to peer', 'support'],
  ['through the SFU', 'support-sfu'],
] as const) {
  test(`a call comes back by itself after a reload of either page and a killed server, ${media}`, async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser, entryPoint });
    await customer.press('Start video');
    await agent.press('Accept');
    await expectPicture(agent.theirPicture, 'red');

    const areBothThere = async () => {
      await expectPicture(customer.theirPicture, 'blue');
      await expectPicture(agent.theirPicture, 'red');
      await expectTone(customer.theirPicture, tones.agent);
      await expectTone(agent.theirPicture, tones.customer);
    };
    for (let n = 0; n < reloads; n += 1)
      await test.step(`reload ${n + 1}`, async () => {
        await (n % 2 === 0 ? customer : agent).page.reload();
        await areBothThere();
      });

    await centre.kill();
    await customer.page.waitForTimeout(1000);
    await centre.run();
    await customer.send('Still here');
    await agent.expectTexts(['Still here']);
    await areBothThere();

    await agent.press('Hang up');
    await expect.poll(async () => ended(await trackStates(customer.page))).toBe(true);
    await expect.poll(async () => ended(await trackStates(agent.page))).toBe(true);
  });
}

test.describe('a call that is not waited for long', () => {
  test.use({ centreOptions: { rejoinGraceMs: graceMs } });

  test('a healthy call from browser to browser is not ended by a chat line that is away for longer than a call is waited for', async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const proxy = await CuttableProxy.start(centre.url);
    const agent = await Agent.signIn(agentBrowser, centre.url);
    await agent.goReady();
    const customer = await Customer.visit(customerBrowser, proxy.url);
    await customer.ask('Ada Lovelace');
    await agent.acceptOffer();
    await customer.press('Start video');
    await agent.press('Accept');
    await expectPicture(agent.theirPicture, 'red');
    proxy.cut();
    await expect(customer.page.getByText(/connection/i).first()).toBeVisible();
    await agent.page.waitForTimeout(3 * graceMs);
    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.theirPicture, 'blue');
    proxy.restore();
    await customer.send('Back again');
    await agent.expectTexts(['Back again']);
    await expectPicture(agent.theirPicture, 'red');
    await proxy.stop();
  });
});

test('another tab of the same visitor asks, ends nothing, and goes on with the call where that is wished', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  // A tab that the shop opens has a copy of what the first one keeps.
  const [page] = await Promise.all([
    customer.page.waitForEvent('popup'),
    customer.page.evaluate(() => void window.open(location.href)),
  ]);
  const other = new Customer(page);
  await expect(page.getByRole('button', { name: 'Continue here' })).toBeVisible();
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  await other.press('Continue here');
  await expectPicture(other.theirPicture, 'blue');
  await expectPicture(agent.theirPicture, 'red');
  await expect(customer.theirPicture).toHaveCount(0);
  await expect.poll(async () => ended(await trackStates(customer.page))).toBe(true);
});
