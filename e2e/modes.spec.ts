import type { Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { trackStates } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { expectPicture, expectTone } from './harness/picture.ts';
import { expect, test, tones } from './harness/scene.ts';

const form = [
  { name: 'name', label: 'Name', type: 'text', required: true },
  { name: 'phone', label: 'Phone', type: 'tel' },
];
const configOf = (modes: readonly string[], more: object = {}) => ({
  entryPoints: [{ entryPointId: 'support', title: 'Support', form, modes, ...more }],
  routing: {
    queues: { default: { callback: {} } },
    agents: { anna: { domains: { chat: 2, video: 1 } }, ben: { domains: { chat: 2 } } },
  },
});
const everyMode = ['video', 'chat', 'callback'];
test.use({ centreOptions: { config: configOf(everyMode) } });

const connectionsOf = (page: Page): Promise<number> =>
  page.evaluate(() => (Reflect.get(window, 'connections') as RTCPeerConnection[]).length);
const choice = (page: Page, name: string) => page.locator('button.step').filter({ hasText: name });

test('video from the start: the own picture first, then both see and hear each other without another press', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const anna = await Agent.signIn(agentBrowser, centre.url);
  await anna.goReady();
  const ada = await Customer.visit(customerBrowser, centre.url, '/shop.html', { looksFirst: true });
  await ada.open();
  await expect(choice(ada.page, 'Video call')).toContainText('Somebody with video is there.');
  await choice(ada.page, 'Video call').click();
  await ada.page.getByLabel('Name').fill('Ada Lovelace');
  await ada.press('Ask for the call');
  await expect(anna.page.getByText('Wants a video call.')).toBeVisible();
  await expect(anna.page.getByText('You are in the call as soon as you accept.')).toBeVisible();

  // Only in the own picture, and ready: no device is open any more.
  await expectPicture(ada.ownPicture, 'red');
  await ada.press('I am ready');
  await expect(ada.page.getByText('The call begins by itself.')).toBeVisible();
  await expect.poll(async () => (await trackStates(ada.page)).includes('live')).toBe(false);

  // While one waits the page may be loaded again: who was ready still is, without any press.
  await ada.page.reload();
  await expect(ada.page.getByText('The call begins by itself.')).toBeVisible();
  await anna.press('Accept offer');
  await expectPicture(anna.theirPicture, 'red');
  await expectPicture(ada.theirPicture, 'blue');
  await expectTone(anna.theirPicture, tones.customer);
  await expectTone(ada.theirPicture, tones.agent);
  await expect(anna.domain('Video')).toContainText('1/1');

  await anna.press('Hang up');
  await expect.poll(async () => (await trackStates(ada.page)).includes('live')).toBe(false);
  await expect.poll(async () => (await trackStates(anna.page)).includes('live')).toBe(false);
  await ada.send('Thank you');
  await anna.expectTexts(['Thank you']);
});

test('nobody with video: said before any camera is opened, and had as a chat instead', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const ben = await Agent.signIn(agentBrowser, centre.url, 'ben');
  await ben.goReady();
  const ada = await Customer.visit(customerBrowser, centre.url, '/shop.html', { looksFirst: true });
  await ada.open();
  await expect(choice(ada.page, 'Video call')).toContainText(
    'Nobody with video is here now: chat, or ask for a call instead.',
  );
  await choice(ada.page, 'Video call').click();
  await expect(ada.page.getByText('Nobody with video is here now: chat')).toBeVisible();
  await ada.page.getByLabel('Name').fill('Ada Lovelace');
  await ada.press('Wait for it');
  await expect(ada.page.getByRole('heading', { name: 'Nobody with video is here now' })).toBeVisible();
  await ada.press('Other ways');
  await choice(ada.page, 'Chat').click();
  await ben.acceptOffer();
  await ada.send('Hello');
  await ben.expectTexts(['Hello']);
  expect(await trackStates(ada.page)).toEqual([]);
});

test('waiting for video, a call back is asked for instead', async ({ centre, customerBrowser, agentBrowser }) => {
  const anna = await Agent.signIn(agentBrowser, centre.url);
  const ada = await Customer.visit(customerBrowser, centre.url);
  await ada.open();
  // Nobody has to be ready for it to be possible, and everybody sees at once that somebody has come.
  await anna.goReady();
  await expect(choice(ada.page, 'Video call')).toContainText('Somebody with video is there.');
  await choice(ada.page, 'Video call').click();
  await ada.page.getByLabel('Name').fill('Ada Lovelace');
  await ada.press('Ask for the call');
  await expect(ada.page.getByText('The call begins by itself.')).toBeVisible();
  await ada.press('Other ways');
  await choice(ada.page, 'Call me back').click();
  await ada.page.getByLabel('Phone number').fill('+1 555 0100');
  await ada.page.getByLabel('Day').fill(new Date().toISOString().slice(0, 10));
  await ada.page.getByLabel('Between').fill('00:00');
  await ada.page.getByLabel('and', { exact: true }).fill('23:59');
  await ada.press('Ask for a callback');
  await expect(ada.page.getByText('We call you back')).toBeVisible();
  await expect(anna.page.getByRole('button', { name: 'Accept offer' })).toHaveCount(0);
  expect(await trackStates(ada.page)).toEqual([]);
});

test('open widgets follow when the modes become others, and a page may want only some', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const anna = await Agent.signIn(agentBrowser, centre.url);
  await anna.goReady();
  const ada = await Customer.visit(customerBrowser, centre.url);
  await ada.open();
  await expect(choice(ada.page, 'Video call')).toBeVisible();
  const grace = await Customer.visit(customerBrowser, centre.url, '/shop.html?modes=chat');
  await grace.open();
  await expect(grace.page.getByRole('button', { name: 'Start chat' })).toBeVisible();

  await choice(ada.page, 'Video call').click();
  await ada.page.getByLabel('Name').fill('Ada Lovelace');
  await centre.configure(configOf(['chat', 'callback'], { escalation: { customerMayStart: ['voice'] } }));
  await expect(choice(ada.page, 'Call me back')).toBeVisible();
  await expect(choice(ada.page, 'Video call')).toHaveCount(0);
  await centre.configure(configOf(['video', 'chat'], { escalation: { customerMayStart: ['voice'] } }));
  await expect(choice(ada.page, 'Voice call')).toContainText('Somebody is there.');
  await centre.configure(configOf(['chat']));
  await expect(ada.page.getByRole('button', { name: 'Start chat' })).toBeVisible();
  await expect(ada.page.getByLabel('Name')).toHaveValue('Ada Lovelace');
});

test('an agent who answers by a press is called, and a customer who has yet to agree is asked first', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const escalation = { agentJoins: 'by-press', consent: 'We may look at your lamp.' };
  await centre.configure(configOf(['video'], { escalation }));
  const anna = await Agent.signIn(agentBrowser, centre.url);
  await anna.goReady();
  const ada = await Customer.visit(customerBrowser, centre.url);
  await ada.open();
  await ada.page.getByLabel('Name').fill('Ada Lovelace');
  await ada.press('Ask for the call');
  await expect(ada.page.getByText('We may look at your lamp.')).toBeVisible();
  await anna.acceptOffer();
  await expect(anna.page.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0);
  expect(await connectionsOf(ada.page)).toBe(0);
  await ada.press('Start call');
  await anna.press('Accept');
  await expectPicture(anna.theirPicture, 'red');
  await expectPicture(ada.theirPicture, 'blue');
  const connections = await connectionsOf(ada.page);

  // For each call anew; who does not agree has the chat.
  await anna.press('Hang up');
  await anna.press('Start video');
  await ada.press('Accept');
  await expectPicture(ada.ownPicture, 'red');
  await expect(ada.page.getByText('We may look at your lamp.')).toBeVisible();
  await ada.press('I do not agree');
  await expect(
    anna.page.getByText('Ada Lovelace did not agree to what is asked before a call with video'),
  ).toBeVisible();
  await expect.poll(async () => (await trackStates(ada.page)).every(state => state === 'ended')).toBe(true);
  expect(await connectionsOf(ada.page)).toBe(connections);
  await ada.send('Rather not.');
  await anna.expectTexts(['Rather not.']);

  // Who comes back reads the whole log.
  const told: string[] = [];
  anna.page.on('websocket', socket => socket.on('framereceived', ({ payload }) => told.push(String(payload))));
  await anna.page.reload();
  await anna.expectTexts(['Rather not.']);
  const consents = told.join('').match(/"type":"call.consented"[^}]*/g) ?? [];
  expect(consents.filter(fact => fact.includes('"text":"We may look at your lamp."'))).toHaveLength(2);
  for (const agreed of [true, false]) expect(consents.join('')).toContain(`"agreed":${agreed}`);
});

test('the choice and the wait look well, and are done with the keyboard alone', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const anna = await Agent.signIn(agentBrowser, centre.url);
  await anna.goReady();
  const ada = await Customer.visit(customerBrowser, centre.url, '/shop.html', { looksFirst: true });
  await ada.open();
  await expect(choice(ada.page, 'Video call')).toBeFocused();
  await expectGoodLooks(ada.page, 'modes-choice');
  await ada.page.keyboard.press('Enter');
  await ada.page.getByLabel('Name').fill('Ada Lovelace');
  await ada.page.keyboard.press('Enter');
  await ada.page.keyboard.press('Enter');
  await expectPicture(ada.ownPicture, 'red');
  await ada.press('I am ready');
  await expect(ada.page.getByText('The call begins by itself.')).toBeVisible();
  await expectGoodLooks(ada.page, 'modes-ready');
});
