import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { expectPicture } from './harness/picture.ts';
import { agents, config, opensAt } from './harness/routing-config.ts';
import { expect, test } from './harness/scene.ts';

test.use({ centreOptions: { config, agents } });

test('a customer who waits is told a place and a time', async ({ centre, customerBrowser, agentBrowser }) => {
  const ben = await Agent.signIn(agentBrowser, centre.url, 'ben');
  await ben.goReady();
  const ada = await Customer.visit(customerBrowser, centre.url);
  await ada.ask('Ada Lovelace');
  await ben.acceptOffer();
  const grace = await Customer.visit(customerBrowser, centre.url);
  await grace.ask('Grace Hopper');
  await expect(grace.page.getByText('You are next')).toBeVisible();
  await expect(grace.page.getByText(/Waiting time: (about|up to|less than|more than) /)).toBeVisible();
});

test('closed: says when it opens, on the clock of the visitor', async ({ centre, customerBrowser }) => {
  const timeZone = 'Asia/Tokyo';
  const path = '/shop.html?entry-point=night';
  const customer = await Customer.visit(customerBrowser, centre.url, path, { timezoneId: timeZone, locale: 'en-GB' });
  await customer.open();
  await expect(customer.page.getByText('We are closed at the moment')).toBeVisible();
  const hour = new Date(opensAt).toLocaleTimeString('en-GB', { timeZone, hour: 'numeric', minute: '2-digit' });
  expect(hour).toBe('18:00');
  await expect(customer.page.getByText(`at ${hour}, your time`)).toBeVisible();
  await expect(customer.page.getByLabel('Name')).toHaveCount(0);

  // A device whose clock is weeks ahead: the server's counts, before any conversation.
  const page = await openPage(customerBrowser, { timezoneId: timeZone });
  await page.clock.setSystemTime(Date.now() + 20 * 24 * 3_600_000);
  await page.goto(centre.url + path);
  const fast = new Customer(page);
  await fast.open();
  await page.getByRole('button', { name: 'Call me back' }).click();
  const day = new Date(opensAt).toLocaleDateString('sv', { timeZone });
  await expect(page.getByLabel('Day')).toHaveValue(day);
});

test('a callback is asked for, tried, and the customer sees that it was', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const carla = await Agent.signIn(agentBrowser, centre.url, 'carla');
  await carla.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.open();
  await expect(customer.page.getByText('Nobody can help with this right now')).toBeVisible();
  await customer.page.getByRole('button', { name: 'Call me back' }).click();
  await customer.page.getByLabel('Name').fill('Ada Lovelace');
  await customer.press('Ask for a callback');
  await expect(customer.page.getByText('Fill in “Phone”.')).toBeVisible();
  await customer.fillCallback('Ada Lovelace', '+1 (555) 0100');
  await expect(customer.page.getByText('We call you back')).toBeVisible();
  await expect(customer.page.getByText('+1 (555) 0100')).toBeVisible();

  await carla.press('Accept offer');
  await expect(carla.page.getByRole('link', { name: 'Call +1 (555) 0100' })).toHaveAttribute('href', 'tel:+15550100');
  await carla.press('No answer');
  await expect(customer.page.getByText('We tried to reach you')).toBeVisible();
  await customer.page.reload();
  await expect(customer.page.getByText('We tried to reach you')).toBeVisible();
  await carla.wrapUp('Solved');
  await expect(carla.task('Ada Lovelace')).toHaveCount(0);

  const grace = await Customer.visit(customerBrowser, centre.url);
  await grace.askForCallback('Grace Hopper', '+1 (555) 0199');
  await carla.press('Accept offer');
  await carla.press('Reached');
  await carla.press('Done');
  await carla.wrapUp('Solved');
  await expect(grace.page.getByText('We have called you')).toBeVisible();
});

test('nobody can serve any more: the fallback at once, waiting goes on if wanted, and a message is left', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const ben = await Agent.signIn(agentBrowser, centre.url, 'ben');
  const customer = await Customer.visit(customerBrowser, centre.url, '/shop.html?entry-point=dutch');
  await customer.ask('Ada Lovelace', 'Waar is mijn pakje?');
  await expect(customer.page.getByText('You are next')).toBeVisible();
  await ben.page.getByRole('button', { name: /Ben/ }).click();
  await ben.press('Sign out');
  await expect(customer.page.getByText('Nobody can help with this right now')).toBeVisible();
  await customer.press('Keep waiting');
  await expect(customer.page.getByText('You are first in line')).toBeVisible();
  await expect(customer.page.getByText('Nobody can help right now. You keep your place')).toBeVisible();
  await customer.press('Other ways');
  await customer.page.getByRole('button', { name: 'Leave a message' }).click();
  await customer.page.getByLabel('Your message').fill('Please write to me about my parcel.');
  await customer.press('Send message');
  await expect(customer.page.getByText('We have your message')).toBeVisible();
  await customer.page.reload();
  await expect(customer.page.getByText('We have your message')).toBeVisible();
});

test('a message that was left is read and finished', async ({ centre, customerBrowser, agentBrowser }) => {
  const anna = await Agent.signIn(agentBrowser, centre.url, 'anna');
  await anna.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url, '/shop.html?entry-point=night');
  await customer.open();
  await customer.page.getByRole('button', { name: 'Leave a message' }).click();
  await customer.page.getByLabel('Name').fill('Ada Lovelace');
  await customer.page.getByLabel('E-mail').fill('ada@example.com');
  await customer.page.getByLabel('How can we help?').fill('My lamp has a dent.');
  await customer.press('Send message');
  await expect(customer.page.getByText('We have your message')).toBeVisible();
  await anna.press('Accept offer');
  await expect(anna.page.getByText('My lamp has a dent.').first()).toBeVisible();
  await expect(anna.page.getByRole('link', { name: 'Answer by e-mail' })).toHaveAttribute(
    'href',
    'mailto:ada@example.com',
  );
  await anna.press('Done');
  await anna.wrapUp('Solved');
  await expect(anna.task('Ada Lovelace')).toHaveCount(0);
});

test('a customer is picked from the list', async ({ centre, customerBrowser, agentBrowser }) => {
  const anna = await Agent.signIn(agentBrowser, centre.url, 'anna');
  await anna.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url, '/shop.html?entry-point=list');
  await customer.ask('Ada Lovelace');
  await expect(anna.page.getByText('Waiting (1)')).toBeVisible();
  await expect(anna.page.getByText(/Chat · .* · By hand/)).toBeVisible();
  await expect(anna.page.getByRole('button', { name: 'Accept offer' })).toHaveCount(0);
  await anna.press('Pick Ada Lovelace');
  await customer.send('Hello');
  await anna.expectTexts(['Hello']);
  await expect(anna.page.getByText('Waiting (1)')).toHaveCount(0);
});

test('a chat that is handed over keeps what was said, and the next one answers', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const anna = await Agent.signIn(agentBrowser, centre.url, 'anna');
  await anna.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.ask('Ada Lovelace');
  await anna.acceptOffer();
  await customer.send('Hello');
  await anna.send('I ask my colleague');
  await customer.expectTexts(['Hello', 'I ask my colleague']);

  const ben = await Agent.signIn(agentBrowser, centre.url, 'ben');
  await ben.goReady();
  await anna.transfer('Ben');
  await expect(customer.page.getByText('You are handed over to Ben')).toBeVisible();
  await ben.acceptOffer();
  await ben.expectTexts(['Hello', 'I ask my colleague']);
  await ben.send('Ben here');
  await customer.expectTexts(['Hello', 'I ask my colleague', 'Ben here']);
  await expect(customer.page.getByRole('heading', { name: 'Ben' })).toBeVisible();
  await expect(ben.page.getByRole('heading', { name: 'Ada Lovelace' }).first()).toBeVisible();

  await anna.wrapUp('Solved');
  await expect(anna.task('Ada Lovelace')).toHaveCount(0);
  await customer.send('Thank you');
  await ben.expectTexts(['Hello', 'I ask my colleague', 'Ben here', 'Thank you']);
});

test('two chats beside each other, then a video takes the whole agent', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const anna = await Agent.signIn(agentBrowser, centre.url, 'anna');
  await anna.goReady();
  await expect(anna.domain('Chat')).toContainText('0/3');
  const ada = await Customer.visit(customerBrowser, centre.url);
  await ada.ask('Ada Lovelace');
  await anna.acceptOffer();
  await expect(anna.domain('Chat')).toContainText('1/3');
  const grace = await Customer.visit(customerBrowser, centre.url);
  await grace.ask('Grace Hopper');
  await anna.press('Accept offer');
  await expect(anna.domain('Chat')).toContainText('2/3');
  await grace.send('Is anybody there?');
  await expect(anna.task('Grace Hopper')).toContainText('1 new');
  await anna.task('Grace Hopper').click();
  await anna.expectTexts(['Is anybody there?']);
  await anna.task('Ada Lovelace').click();

  await anna.press('Start video');
  await ada.press('Accept');
  await expectPicture(anna.theirPicture, 'red');
  await expect(anna.domain('Video')).toContainText('1/1');
  await expect(anna.domain('Chat')).toContainText('paused by the call');
  const alan = await Customer.visit(customerBrowser, centre.url);
  await alan.ask('Alan Turing');
  await expect(alan.page.getByText('You are next')).toBeVisible();
  await expect(anna.page.getByRole('button', { name: 'Accept offer' })).toHaveCount(0);

  await anna.press('Hang up');
  await expect(anna.domain('Chat')).not.toContainText('paused');
  await anna.press('Accept offer');
  await expect(anna.domain('Chat')).toContainText('3/3');
});
