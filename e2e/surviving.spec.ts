import { Agent } from './harness/agent.ts';
import { asksOf, openBrowser } from './harness/browser.ts';
import { expectMoving, expectPicture, expectTone } from './harness/picture.ts';
import { expect, meet, test, tones } from './harness/scene.ts';

test('the media server’s worker is killed: picture and sound come back by themselves', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser, entryPoint: 'support-sfu' });
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  expect(centre.killMediaWorkers()).toBeGreaterThan(0);
  await expect
    .poll(() => agent.page.evaluate(() => (Reflect.get(window, 'connections') as RTCPeerConnection[]).length))
    .toBeGreaterThan(2);
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  await expectTone(agent.theirPicture, tones.customer);
  await expectTone(customer.theirPicture, tones.agent);
});

const config = {
  entryPoints: [
    {
      entryPointId: 'support',
      title: 'Support',
      form: [{ name: 'name', label: 'Name', type: 'text', required: true }],
    },
  ],
};

test.describe('handed over', () => {
  test.use({ centreOptions: { config, agents: ['Anna', 'Ben'] } });

  test('in mid-call: the customer’s picture stays up, and the next one joins it', async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const { agent: anna, customer } = await meet({ centre, customerBrowser, agentBrowser });
    await customer.press('Start video');
    await anna.press('Accept');
    await expectPicture(anna.theirPicture, 'red');
    const asked = await asksOf(customer.page);

    const bensBrowser = await openBrowser({ colour: 'green', toneHz: 1200 });
    const ben = await Agent.signIn(bensBrowser, centre.url, 'ben');
    await ben.goReady();
    await anna.transfer('Ben');
    await expect(customer.page.getByText('You are being handed over')).toBeVisible();
    await expectMoving(customer.ownPicture);
    await ben.acceptOffer();
    await ben.press('Join');
    await expectPicture(ben.theirPicture, 'red');
    await expectTone(ben.theirPicture, tones.customer);
    await expectPicture(customer.theirPicture, 'green');
    await expectTone(customer.theirPicture, 1200);
    await expectMoving(customer.ownPicture);
    expect(await asksOf(customer.page), 'the customer’s camera was open all the while').toEqual(asked);
    await expect(anna.theirPicture).toHaveCount(0);
    await ben.press('Hang up');
    await expect(customer.theirPicture).toHaveCount(0);
    await bensBrowser.close();
  });
});
