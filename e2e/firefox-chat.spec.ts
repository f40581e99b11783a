import type { Browser } from 'puppeteer-core';
import { Agent } from './harness/agent.ts';
import { FirefoxPerson, openFirefox } from './harness/firefox.ts';
import { expect, test } from './harness/scene.ts';

test.use({ centreOptions: { config: {}, agents: ['Anna'] } });

let firefox: Browser;
test.beforeAll(async () => {
  firefox = await openFirefox();
});
test.afterAll(() => firefox?.close());

test('a chat in Firefox: form, both ways, reload, a file, menus by keys, the end', async ({ centre, agentBrowser }) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await FirefoxPerson.visit(firefox, `${centre.url}/shop.html?entry-point=support`);
  await customer.press('Chat with us');
  await customer.fill('Name', 'Ada Lovelace');
  await customer.press('Start chat');
  await agent.acceptOffer();
  await customer.fill('Message', 'Hello');
  await customer.press('Send');
  await agent.expectTexts(['Hello']);
  await agent.send('Good **morning**, see https://shop.example/x');
  await customer.sees('morning', 'strong');
  await customer.sees('https://shop.example/x', 'a');
  await customer.page.reload();
  await customer.sees('morning', 'strong');
  await customer.sees('Hello', '[data-text]');

  // Escape puts away a menu alone, and gives the focus back.
  await customer.press('Sound and notifications');
  await customer.sees('Sound', 'label');
  await customer.page.keyboard.press('Escape');
  await customer.sees('', 'textarea');

  await customer.press('Add a file or an emoji');
  await customer.choose('input.any', 'Offer.pdf', 'application/pdf', '%PDF-1.7\ntrailer\n%%EOF\n');
  await customer.press('Send');
  await expect(agent.page.getByRole('button', { name: /^Download: Offer\.pdf/ })).toBeVisible();

  await customer.press('End chat');
  await customer.press('End chat');
  await expect(agent.page.getByLabel('Solved')).toBeVisible();
  await customer.press('Start a new chat');
  await customer.sees('', 'input');
  await customer.page.close();
});
