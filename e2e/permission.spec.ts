import { Agent } from './harness/agent.ts';
import { openBrowser } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, meet, test } from './harness/scene.ts';

test('a denied camera is told in a sentence, the chat goes on, and trying again works', async ({
  centre,
  agentBrowser,
}) => {
  const browser = await openBrowser({ colour: 'red', toneHz: 440, permission: 'denied' });
  const { agent, customer } = await meet({ centre, customerBrowser: browser, agentBrowser });

  await customer.press('Start video');
  await expect(customer.page.getByText(/not allowed to use your camera/i)).toBeVisible();
  await customer.send('My camera is blocked');
  await agent.expectTexts(['My camera is blocked']);

  // The invitation begins without the sentence of the first try, so that the second one must say it anew.
  await agent.press('Start video');
  await expect(customer.page.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
  await expect(customer.page.getByText(/not allowed to use your camera/i)).toHaveCount(0);
  await customer.press('Accept');
  await expect(customer.page.getByText(/not allowed to use your camera/i)).toBeVisible();
  await customer.page.context().grantPermissions(['camera', 'microphone']);
  await customer.page
    .getByRole('button', { name: /^(Accept|Try again)$/ })
    .first()
    .click();
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  await browser.close();
});

test('without a camera the demo offers a moving test picture', async ({ centre, agentBrowser }) => {
  const { chromium } = await import('@playwright/test');
  const executablePath = process.env['EYELINE_CHROMIUM'];
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(browser, centre.url, '/shop.html?test-picture');
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();
  await customer.press('Start video');
  await expect(customer.page.getByText(/no camera was found|cannot make video calls|not allowed/i)).toBeVisible();
  await customer.press('Use a moving test picture');
  await agent.press('Accept');
  await expect(async () => {
    const size = await agent.theirPicture.evaluate(video => (video instanceof HTMLVideoElement ? video.videoWidth : 0));
    expect(size).toBeGreaterThan(0);
  }).toPass();
  await expectPicture(customer.theirPicture, 'blue');
  await browser.close();
});
