import type { Browser, Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { expectNamesIsolated } from './harness/isolated-names.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, test } from './harness/scene.ts';

const form = [
  { name: 'name', label: 'Name', type: 'text', required: true },
  { name: 'question', label: 'How can we help?', type: 'textarea' },
];
const config = {
  entryPoints: [{ entryPointId: 'support', title: 'Support', form }],
  routing: {
    skills: ['refunds'],
    queues: {
      default: { name: 'Support' },
      refunds: { name: 'Refunds', skills: [{ skill: 'refunds' }] },
    },
    agents: {
      anna: { domains: { chat: 2, video: 1 } },
      ben: { domains: { chat: 1, video: 1 }, skills: { refunds: 5 } },
    },
  },
};
test.use({ centreOptions: { config, agents: ['Anna', 'Ben'] } });

const question = 'May she have the fee back?';

/** What the customer's page has on its screen, and every frame that its socket ever got. */
function listen(page: Page): string[] {
  const frames: string[] = [];
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  return frames;
}

async function ask(anna: Agent, whom: RegExp, what = question): Promise<void> {
  const dialog = anna.page.getByRole('dialog', { name: 'Ask a colleague' });
  await dialog.getByLabel('Your question').fill(what);
  await dialog.getByRole('radio', { name: whom }).check();
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Anna serves Ada, and Ben is ready. */
async function meetAll(url: string, customerBrowser: Browser, agentBrowser: Browser) {
  const anna = await Agent.signIn(agentBrowser, url, 'anna');
  await anna.goReady();
  const customer = await Customer.visit(customerBrowser, url);
  await customer.ask('Ada Lovelace');
  await anna.acceptOffer();
  const ben = await Agent.signIn(agentBrowser, url, 'ben');
  await ben.goReady();
  return { anna, ben, customer };
}

const panel = (anna: Agent) => anna.page.getByRole('region', { name: /^Asking/ });
const talk = (ben: Agent) => ben.page.getByRole('region', { name: 'With Anna' });
const subject = (ben: Agent) => ben.page.getByRole('region', { name: /conversation with Ada/ });

test('a colleague is asked, reads along, advises, is asked again, and takes over; the customer sees nothing until then', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const anna = await Agent.signIn(agentBrowser, centre.url, 'anna');
  await anna.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  const frames = listen(customer.page);
  await customer.ask('Ada Lovelace', 'You charged me twice');
  await anna.acceptOffer();
  await customer.send('It is about the fee of May.');
  const ben = await Agent.signIn(agentBrowser, centre.url, 'ben');
  await ben.goReady();

  // Declined: Anna hears so and goes on.
  await anna.press('Ask a colleague');
  await expectGoodLooks(anna.page, 'desk-ask-colleague');
  await ask(anna, /^Ben/);
  await expect(panel(anna).getByText('Asking Ben…')).toBeVisible();
  const offer = ben.page.getByRole('region', { name: 'Offer: Anna asks' });
  await expect(offer).toContainText('about Ada Lovelace');
  await expect(offer).toContainText(question);
  await expect(offer).toContainText('You charged me twice');
  await expectGoodLooks(ben.page, 'desk-consult-offer');
  await expectNamesIsolated(ben.page, ['Ada Lovelace', 'Anna'], 'an offer of a consult');
  await ben.press('Decline offer');
  await expect(panel(anna).getByText('Ben cannot help just now.')).toBeVisible();
  await expectNamesIsolated(anna.page, ['Ada Lovelace', 'Ben'], 'declined');
  await anna.send('One moment, please.');

  // A queue this time, and accepted.
  await anna.press('Ask somebody else');
  await ask(anna, /^Refunds/);
  await ben.press('Accept offer');
  await expect(subject(ben).getByText('It is about the fee of May.')).toBeVisible();
  await expect(talk(ben).getByText(question)).toBeVisible();
  await expect(subject(ben).getByRole('textbox')).toHaveCount(0);
  await customer.send('Are you still there?');
  await expect(subject(ben).getByText('Are you still there?')).toBeVisible();

  await talk(ben).getByRole('textbox', { name: 'Write to Anna' }).fill('Yes, once a year.');
  await ben.page.keyboard.press('Enter');
  await expect(panel(anna).getByText('Yes, once a year.')).toBeVisible();
  await panel(anna).getByRole('textbox', { name: 'Write to Ben' }).fill('And twice?');
  await anna.page.keyboard.press('Enter');
  await expect(talk(ben).getByText('And twice?')).toBeVisible();
  for (const one of [anna, ben, customer])
    await expectNamesIsolated(one.page, ['Ada Lovelace', 'Anna', 'Ben'], 'in a consult');
  await expectGoodLooks(anna.page, 'desk-consult');
  await expectGoodLooks(ben.page, 'desk-consulted');

  // Desks are reloaded, and the server dies: it is still there.
  await anna.page.reload();
  await expect(panel(anna).getByText('And twice?')).toBeVisible();
  await centre.kill();
  await centre.run();
  await ben.page.reload();
  await expect(talk(ben).getByText('And twice?')).toBeVisible({ timeout: 30_000 });
  await expect(subject(ben).getByText('Are you still there?')).toBeVisible();

  // Ben ends it: he is free, and what was said stays in sight until it is put away.
  await ben.press('End');
  await expect(talk(ben).getByText('You have ended this.')).toBeVisible();
  await expect(panel(anna).getByText('This is over.')).toBeVisible({ timeout: 30_000 });
  await expect(ben.domain('Chat')).toContainText('ready');
  await ben.press('Put away');
  await expect(ben.page.getByRole('heading', { name: 'You are ready' })).toBeVisible();

  const text = await customer.page.getByRole('log').textContent();
  for (const seen of [text, frames.join('\n')]) expect(seen).not.toMatch(/Ben|fee back|Yes, once|And twice|consult/);

  // Asked once more, Ben takes over, without another offer.
  await anna.press('Ask somebody else');
  await ask(anna, /^Ben/, 'Would you go on with her?');
  await ben.press('Accept offer');
  await expect(talk(ben).getByText('Would you go on with her?')).toBeVisible();
  await anna.press('Hand over to Ben');
  await anna.wrapUp('Solved');
  await expect(anna.task('Ada Lovelace')).toHaveCount(0);
  await expect(customer.page.getByText('Anna handed the chat over to Ben')).toBeVisible();
  await expect(ben.page.getByRole('article', { name: 'Conversation with Ada Lovelace' })).toBeVisible();
  await ben.send('I have it before me.');
  await expect(customer.page.getByText('I have it before me.')).toBeVisible();
  expect(frames.join('\n')).not.toMatch(/fee back|Yes, once|And twice|go on with her|consult/);
});

test('with the keyboard alone; and when the customer leaves, both hear it', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { anna, ben, customer } = await meetAll(centre.url, customerBrowser, agentBrowser);

  await anna.page.getByRole('button', { name: 'More' }).focus();
  await anna.page.keyboard.press('Enter');
  await anna.page.keyboard.press('Tab');
  await expect(anna.page.getByRole('button', { name: 'Ask a colleague' })).toBeFocused();
  await anna.page.keyboard.press('Enter');
  await expect(anna.page.getByLabel('Your question')).toBeFocused();
  await anna.page.keyboard.type(question);
  await anna.page.keyboard.press('Tab');
  await expect(anna.page.getByRole('searchbox')).toBeFocused();
  await anna.page.keyboard.type('Be');
  await expect(anna.page.getByText('1 found')).toBeAttached();
  await anna.page.keyboard.press('Tab');
  await anna.page.keyboard.press('Space');
  await anna.page.keyboard.press('Enter');
  await expect(panel(anna)).toBeVisible();

  await ben.press('Accept offer');
  await expect(talk(ben).getByText(question)).toBeVisible();
  await customer.press('End chat');
  await customer.page.getByRole('group', { name: 'End this chat?' }).getByRole('button', { name: 'End chat' }).click();
  await expect(talk(ben).getByText('The conversation with Ada Lovelace has ended.')).toBeVisible();
  await expect(panel(anna).getByText('The conversation that this was about is over, and so is this.')).toBeVisible();
  await expect(ben.domain('Chat')).toContainText('ready');
  await anna.wrapUp('Solved');
  await ben.press('Put away');
});

test('face to face too: the colleague reads on, nothing rings there, and handing over ends the call', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { anna, ben, customer } = await meetAll(centre.url, customerBrowser, agentBrowser);
  await anna.press('Ask a colleague');
  await ask(anna, /^Ben/);
  await ben.press('Accept offer');
  await expect(talk(ben).getByText(question)).toBeVisible();

  await customer.press('Start video');
  await anna.press('Accept');
  await expectPicture(anna.theirPicture, 'red');
  await expect(subject(ben).getByText('The video call started')).toBeVisible();
  await expect(ben.page.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0);
  await expect(panel(anna)).toBeVisible();
  await expectGoodLooks(anna.page, 'desk-consult-in-call');
  // What the customer writes meanwhile is told, and a press away.
  await customer.send('Do you see it?');
  await anna.press('Show the chat, 1 new');
  await expect(anna.message).toBeVisible();
  await expect(panel(anna)).toBeHidden();
  await anna.press('Colleague: Ben');
  await expect(panel(anna)).toBeVisible();
  await expectPicture(anna.theirPicture, 'red');

  await anna.press('Hand over to Ben');
  await expect(customer.theirPicture).toHaveCount(0);
  await expect(ben.page.getByRole('article', { name: 'Conversation with Ada Lovelace' })).toBeVisible();
  await ben.send('Here I am.');
  await expect(customer.page.getByText('Here I am.')).toBeVisible();
  await anna.wrapUp('Solved');
});
