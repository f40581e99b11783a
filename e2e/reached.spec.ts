import type { Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { HostSite, tagOf } from './harness/host-page.ts';
import { expect, test } from './harness/scene.ts';

/** Remembers each sound and each notification of the page. */
function listen(): void {
  const told: string[] = [];
  Reflect.set(window, 'told', told);
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when?: number) {
    told.push('tone');
    start.call(this, when);
  };
  class Told {
    static permission = 'default';
    static requestPermission(): Promise<string> {
      Told.permission = 'granted';
      return Promise.resolve('granted');
    }
    onclick: (() => void) | null = null;
    constructor(title: string, { body = '' }: NotificationOptions = {}) {
      told.push(`notice: ${title}${body}`);
    }
    close(): void {}
  }
  Reflect.set(window, 'Notification', Told);
  Document.prototype.hasFocus = () => Reflect.get(window, 'isElsewhere') !== true;
}

const told = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'told') as string[]);

test('two tabs of a site: one conversation, told once, read once; both sides see what was read', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const tag = tagOf(centre.url, 'data-notifications="on"');
  const site = await HostSite.open({ '/': { html: 'lang="en"', body: `<main><h1>Tea</h1></main>${tag}` } });
  const first = await Customer.visit(customerBrowser, site.origin, '/');
  const context = first.page.context();
  await context.addInitScript(listen);
  await first.page.reload();
  await first.ask('Zoe', '');
  await expect(agent.page).toHaveTitle(/^\(1\) /);
  await agent.acceptOffer();
  await expect(agent.page).toHaveTitle(/^[^(]/);

  // Another tab has it too, and does not stand in the way; both know what is new.
  const page = await context.newPage();
  await page.goto(site.origin);
  const second = new Customer(page);
  await expect(page.getByRole('button', { name: 'Chat with us' })).toBeVisible();
  await expect(page.getByRole('log')).toBeHidden();
  // A menu that was only opened is closed alone.
  await first.press('Sound and notifications');
  await first.page.keyboard.press('Escape');
  await expect(first.page.getByLabel('Notify me when I am elsewhere')).toBeHidden();
  await first.press('Sound and notifications');
  await first.page.getByLabel('Notify me when I am elsewhere').check();
  await expectGoodLooks(first.page, 'reach-menu');
  await first.page.keyboard.press('Escape');
  await first.press('Close');
  await first.page.evaluate(() => Reflect.set(window, 'isElsewhere', true));
  await page.evaluate(() => Reflect.set(window, 'isElsewhere', true));
  await agent.send('I look.');
  await agent.send('It comes today.');
  for (const one of [first, second]) {
    await expect(one.page).toHaveTitle(/^\(2\) New messages from .+ – A shop$/);
    await expect(one.page.getByRole('button', { name: 'Chat with us, 2 new messages' })).toBeVisible();
  }
  // Two messages: two notifications and, where somebody has pressed something, two tones; all of it in one of the tabs.
  await expect.poll(async () => [...(await told(first.page)), ...(await told(page))].length).toBe(4);
  expect((await told(first.page)).filter(one => one.startsWith('notice'))).toHaveLength(2);
  await expect(agent.page.getByText('Read', { exact: true })).toBeHidden();

  // Read in one, read in all.
  await second.open();
  await second.expectTexts(['I look.', 'It comes today.']);
  for (const one of [first, second]) await expect(one.page).toHaveTitle('A shop');
  await expect(first.page.getByRole('button', { name: 'Chat with us', exact: true })).toBeVisible();
  await expect(agent.page.getByText('Read', { exact: true })).toBeVisible();

  await second.send('Thank you!');
  await expect(second.page.getByText('Read', { exact: true })).toBeVisible();
  await second.message.press('Shift+Tab');
  await second.page.getByRole('log').focus();
  await second.page.keyboard.press('ArrowUp');
  const time = second.page.locator('[data-message]:focus time');
  await expect(time).toHaveCSS('opacity', '1');
  expect(Date.parse((await time.getAttribute('datetime')) ?? '')).toBeGreaterThan(0);

  // A reload changes nothing of it.
  await first.page.reload();
  await expect(first.page.getByText('Read', { exact: true })).toBeVisible();
  await expect(first.page).toHaveTitle('A shop');
  await agent.page.reload();
  await expect(agent.page.getByRole('log').getByText('Thank you!')).toBeVisible();

  // It ends in all tabs; those that were there keep it, over a reload too. Who comes later finds nothing, and what one tab
  // begins anew is there in the next.
  await second.expectTexts(['I look.', 'It comes today.', 'Thank you!']);
  await first.expectTexts(['I look.', 'It comes today.', 'Thank you!']);
  await agent.press('End chat');
  for (const one of [first, second]) await expect(one.page.getByRole('region', { name: 'Chat ended' })).toBeVisible();
  const third = new Customer(await context.newPage());
  await third.page.goto(site.origin);
  await third.openForm();
  await expect(third.page.getByLabel('Name')).toBeVisible();
  await first.page.reload();
  await first.open();
  await expect(first.page.getByRole('region', { name: 'Chat ended' })).toBeVisible();
  await second.press('Start a new chat');
  await second.page.getByLabel('Name').fill('Zoe');
  await second.press('Start chat');
  await expect(third.page.getByLabel('Name')).toBeHidden();
  await expect(third.message).toBeVisible();
  await third.send('Me again');
  await second.expectTexts(['Me again']);
  await site.close();
});
