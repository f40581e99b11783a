import type { Browser } from 'puppeteer-core';
import { Agent } from './harness/agent.ts';
import { password } from './harness/contact-centre.ts';
import { Customer } from './harness/customer.ts';
import { FirefoxPerson, firefoxToneHz, openFirefox } from './harness/firefox.ts';
import { expectMoving, expectNoFrames, expectPicture, expectSilence, expectTone } from './harness/picture.ts';
import { expect, test } from './harness/scene.ts';

const form = [{ name: 'name', label: 'Name', type: 'text', required: true }];
// Firefox codes its pictures on the processor: small ones are enough to see whose they are.
const escalation = { quality: { maxHeight: 240, maxFrameRate: 15 } };
const config = {
  entryPoints: [
    { entryPointId: 'support', title: 'Support', form, escalation },
    { entryPointId: 'support-sfu', title: 'Support', form, escalation, media: 'sfu' },
  ],
};
test.use({ centreOptions: { config, agents: ['Anna'] } });

let firefox: Browser;
test.beforeAll(async () => {
  firefox = await openFirefox();
});
test.afterAll(() => firefox?.close());

test('a customer in Firefox, an agent in Chromium: two-way, hold, reload, one-way, voice, and through the SFU', async ({
  centre,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const startOther = async (kind: RegExp) => {
    await agent.press('Other kinds of call');
    await agent.page.getByRole('button', { name: kind }).click();
  };
  for (const entryPoint of ['support', 'support-sfu'])
    await test.step(entryPoint, async () => {
      const customer = await FirefoxPerson.visit(firefox, `${centre.url}/shop.html?entry-point=${entryPoint}`);
      await customer.press('Chat with us');
      await customer.fill('Name', 'Ada Lovelace');
      await customer.press('Start chat');
      const theirPicture = customer.picture('Their picture');
      await agent.acceptOffer();
      const areBothThere = async () => {
        await expectPicture(theirPicture, 'blue');
        await expectMoving(agent.theirPicture);
        await customer.hears();
        await expectTone(agent.theirPicture, firefoxToneHz);
        await customer.seesPictures(2);
      };
      await customer.press('Start video');
      await agent.press('Accept');
      await areBothThere();

      await customer.page.reload();
      // Firefox remembers no permission over a reload: one press.
      await customer.press('Resume');
      await areBothThere();
      if (entryPoint === 'support-sfu') {
        // The next path's picture takes the place of one that is still up.
        await agent.page.reload();
        await areBothThere();
      } else {
        await agent.press('Hold');
        await customer.sees('You are on hold');
        await expectSilence(agent.theirPicture);
        await expectNoFrames(theirPicture);
        await agent.press('Resume call');
        await areBothThere();
      }
      await agent.press('Hang up');
      await expect(agent.theirPicture).toHaveCount(0);

      if (entryPoint === 'support') {
        await startOther(/^Start one-way video/);
        await customer.press('Accept');
        await expectMoving(agent.theirPicture);
        await customer.hears();
        await customer.sees('Shows no picture in this call');
        await agent.press('Hang up');
        await expect(agent.theirPicture).toHaveCount(0);

        await startOther(/^Start voice call/);
        await customer.press('Accept');
        await customer.hears();
        await expectTone(agent.theirPicture, firefoxToneHz);
        await customer.seesPictures(0);
        await agent.press('Hang up');
        await expect(agent.theirPicture).toHaveCount(0);
      }
      await agent.press('End chat');
      await agent.wrapUp('Solved');
      await customer.page.close();
    });
});

test('an agent in Firefox, a customer in Chromium', async ({ centre, customerBrowser }) => {
  const agent = await FirefoxPerson.visit(firefox, `${centre.url}/desk.html`);
  await agent.fill('User name', 'anna');
  await agent.fill('Password', password);
  await agent.press('Sign in');
  await agent.press('Go ready');
  const customer = await Customer.visit(customerBrowser, centre.url, '/shop.html?entry-point=support-sfu');
  await customer.ask('Ada Lovelace');
  await agent.press('Accept offer');
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.picture('Their picture'), 'red');
  await agent.hears();
  await expectMoving(customer.theirPicture);
  await expectTone(customer.theirPicture, firefoxToneHz);
  await agent.seesPictures(2);
  await agent.press('Hang up');
  await expect(customer.theirPicture).toHaveCount(0);
});
