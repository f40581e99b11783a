import type { Browser } from '@playwright/test';
import { Customer } from './harness/customer.ts';
import { FinesseCentre, FinesseDesktop } from './harness/finesse.ts';
import { expectPicture } from './harness/picture.ts';
import { test as base, expect } from './harness/scene.ts';

const test = base.extend<{ readonly finesse: FinesseCentre }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter.
  finesse: async ({}, use) => {
    const finesse = await FinesseCentre.start();
    await use(finesse);
    await finesse.stop();
  },
});

const byGadget = 'NOT_READY Video call (800)';
const bySupervisor = 'NOT_READY Supervisor Initiated (33)';

// Two browsers, a camera each, and a server share the machine.

async function ask(browser: Browser, { centre }: FinesseCentre): Promise<Customer> {
  const customer = await Customer.visit(browser, centre.url);
  await customer.ask('Zoe');
  return customer;
}

test('an agent in Cisco’s desktop: not ready for voice with the chosen reason before the offer, ready after the wrap-up', async ({
  finesse,
  agentBrowser,
  customerBrowser,
}) => {
  const desktop = await FinesseDesktop.signIn(agentBrowser, finesse);
  const asked: (string | null)[] = [];
  desktop.page.on('request', request => {
    if (request.method() === 'PUT') asked.push(request.postData());
  });
  const customer = await ask(customerBrowser, finesse);
  await desktop.offer.waitFor();
  expect(finesse.voice()).toBe(byGadget);
  await expect(desktop.page.getByText('Video call (800)')).toBeVisible();
  await desktop.offer.click();
  await customer.press('Start video');
  await desktop.press('Accept');
  await expectPicture(desktop.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  expect(finesse.voice()).toBe(byGadget);
  await desktop.finish();
  await expect.poll(() => finesse.voice()).toBe('READY');
  await expect(desktop.page.locator('#state')).toHaveText('Ready');
  // Both were the gadget's own doing, from the agent's own browser.
  expect(asked).toEqual([
    '<User><state>NOT_READY</state><reasonCodeId>3</reasonCodeId></User>',
    '<User><state>READY</state></User>',
  ]);
});

test('a gadget that is silent: the supervisor’s account takes over', async ({
  finesse,
  agentBrowser,
  customerBrowser,
}) => {
  const desktop = await FinesseDesktop.signIn(agentBrowser, finesse);
  // Finesse is never reached by what the gadget asks.
  await desktop.page.route('**/finesse/api/User/1001', async (route, request) => {
    if (request.method() !== 'PUT') await route.continue();
  });
  await ask(customerBrowser, finesse);
  await desktop.offer.waitFor();
  expect(finesse.voice()).toBe(bySupervisor);
  await desktop.offer.click();
  await desktop.finish();
  await expect.poll(() => finesse.voice()).toBe('READY');
});

test('the node goes down in mid-call: the video goes on, and the agent is ready at its end', async ({
  finesse,
  agentBrowser,
  customerBrowser,
}) => {
  const desktop = await FinesseDesktop.signIn(agentBrowser, finesse);
  const customer = await ask(customerBrowser, finesse);
  await desktop.offer.click();
  await customer.press('Start video');
  await desktop.press('Accept');
  await expectPicture(desktop.theirPicture, 'red');
  finesse.box.order({ type: 'node-down', node: 'A' });
  await expect(desktop.page.getByText('Finesse is not connected')).toBeVisible();
  await expectPicture(desktop.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  expect(finesse.voice()).toBe(byGadget);
  await customer.send('Still there?');
  await expect(desktop.gadget.getByText('Still there?', { exact: true })).toBeVisible();
  await desktop.finish();
  await expect.poll(() => finesse.voice()).toBe('READY');
});

test('lost notifications: nobody is offered unconfirmed, and nobody is left not ready', async ({
  finesse,
  agentBrowser,
  customerBrowser,
}) => {
  const desktop = await FinesseDesktop.signIn(agentBrowser, finesse);
  // Neither the gadget nor the server hears of it; the server has to look.
  finesse.box.order({ type: 'notification-lost', path: '/User/1001', times: 1 });
  finesse.box.order({ type: 'notification-lost', path: '/Team/', times: 1 });
  await ask(customerBrowser, finesse);
  await desktop.offer.waitFor();
  expect(finesse.voice()).toMatch(/^NOT_READY/);
  finesse.box.order({ type: 'notification-lost', times: 2 });
  await desktop.offer.click();
  await desktop.finish();
  await expect.poll(() => finesse.voice()).toBe('READY');
  // And Finesse's word reaches us in the end: the next customer is offered.
  await ask(customerBrowser, finesse);
  await desktop.offer.waitFor();
});

test('CCE’s agent in Cisco’s desktop: not routable while a video of ours is in hand', async ({
  agentBrowser,
  customerBrowser,
}) => {
  const finesse = await FinesseCentre.start('beside-cce');
  try {
    const desktop = await FinesseDesktop.signIn(agentBrowser, finesse);
    await desktop.readyInDomain();
    const customer = await ask(customerBrowser, finesse);
    await desktop.offer.click();
    expect(await desktop.asAgent('/Media/5001')).toContain('<routable>true</routable>');
    await customer.press('Start video');
    await desktop.press('Accept');
    await expect.poll(() => desktop.asAgent('/Media/5001')).toContain('<routable>false</routable>');
    await desktop.finish();
    await expect.poll(() => desktop.asAgent('/Media/5001')).toContain('<routable>true</routable>');
  } finally {
    await finesse.stop();
  }
});

test('CCE’s agent in Cisco’s desktop: accepting, ending and finishing in Eyeline does it at Finesse too', async ({
  agentBrowser,
  customerBrowser,
}) => {
  const finesse = await FinesseCentre.start('routed-by-cce');
  try {
    const desktop = await FinesseDesktop.signIn(agentBrowser, finesse);
    const task = () => finesse.box.state().tasks.at(-1)?.dialogState;
    await desktop.readyInDomain();
    await ask(customerBrowser, finesse);
    await desktop.offer.waitFor();
    expect(task()).toBe('OFFERED');
    await desktop.offer.click();
    await expect.poll(task).toBe('ACTIVE');
    await desktop.endChat();
    await expect.poll(task).toBe('WRAPPING_UP');
    await desktop.gadget.getByLabel('Solved').check();
    await desktop.press('Finish');
    await expect.poll(task).toBe('CLOSED');
  } finally {
    await finesse.stop();
  }
});
