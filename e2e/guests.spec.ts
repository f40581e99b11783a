import type { Browser, Page } from '@playwright/test';
import { Agent, signInThere } from './harness/agent.ts';
import { openPage, watchPolicy } from './harness/browser.ts';
import { password } from './harness/contact-centre.ts';
import { Person } from './harness/person.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, test } from './harness/scene.ts';

const phone = { viewport: { width: 390, height: 844 } };

/** The link in the message that would have gone to this number. */
async function linkTo(browser: Browser, url: string, number: string): Promise<string> {
  const page = await openPage(browser);
  await page.goto(`${url}/texts.html`);
  const message = page.getByRole('list', { name: 'Messages' }).getByRole('listitem').filter({ hasText: number });
  const href = await message.getByRole('link').getAttribute('href');
  await page.close();
  return href ?? '';
}

async function guest(browser: Browser): Promise<Person> {
  return new Person(await openPage(browser, phone));
}

const says = (page: Page, text: string | RegExp) => expect(page.getByRole('main')).toContainText(text);

test('from a telephone call to video: a link by text message, and the desk opens by itself', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.press('Send a video link');
  const dialog = agent.page.getByRole('dialog', { name: 'Send a video link' });
  await dialog.getByLabel('Telephone numbers').fill('mother');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog).toContainText('“mother” is no telephone number');
  await dialog.getByLabel('Telephone numbers').fill('+44 20 7946 0018\n+44 20 7946 0019');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: '+442079460018' })).toContainText('sent');
  await dialog.getByRole('button', { name: 'Withdraw: +442079460019' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: '+442079460019' })).toContainText('withdrawn');
  await dialog.getByRole('button', { name: 'Close' }).click();

  const link = await linkTo(agentBrowser, centre.url, '+442079460018');
  const zoe = await guest(customerBrowser);
  const seen = await watchPolicy(zoe.page);
  // What previews links asks too, and uses nothing up.
  for (let looks = 0; looks < 2; looks += 1) expect((await fetch(link)).status).toBe(200);
  await zoe.page.goto(link);
  await says(zoe.page, 'invites you to show what you see');
  await says(zoe.page, 'Your camera’s picture, once you allow it.');
  await says(zoe.page, 'you go on talking on the telephone');
  await zoe.press('Continue');
  await expectPicture(agent.theirPicture, 'red');
  // The telephone carries the sound, and the agent looks on.
  await expect(zoe.page.getByText('Camera off').first()).toBeVisible();
  const sounds = agent.theirPicture.evaluate(video =>
    (Reflect.get(video, 'srcObject') as MediaStream).getAudioTracks(),
  );
  expect(await sounds).toEqual([]);

  // A reload is no other guest.
  await zoe.page.reload();
  await expectPicture(agent.theirPicture, 'red');
  // On a phone the call has the screen, and the chat is a touch away.
  await zoe.page.getByRole('button', { name: /^Show the chat/ }).click();
  await zoe.send('Can you see it?');
  await agent.expectTexts(['Can you see it?']);

  const mallory = await guest(customerBrowser);
  await mallory.page.goto(link);
  await says(mallory.page, 'This link was used already');
  await expect(mallory.page.getByRole('heading')).toHaveText('This link does not open');
  await mallory.press('Chat instead');
  await expect(mallory.page.getByRole('dialog')).toBeVisible();
  const late = await guest(customerBrowser);
  await late.page.goto(await linkTo(agentBrowser, centre.url, '+442079460019'));
  await says(late.page, 'This link was withdrawn');
  const forged = await guest(customerBrowser);
  await forged.page.goto(`${centre.url}/v/forged`);
  await says(forged.page, 'There is no such link');
  // Nothing is said in English where the browser speaks another language.
  const german = await openPage(customerBrowser, { ...phone, locale: 'de-AT' });
  await german.goto(link);
  await says(german, 'Dieser Link wurde schon verwendet.');
  await expect(german.getByRole('button', { name: 'Stattdessen chatten' })).toBeVisible();
  expect(seen).toEqual([]);
});

test('the flow of a telephone system: a link for the host, one for the guest, and both meet', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const [token = ''] = centre.command('packages/server/src/process/program/tokens.ts', 'add', 'flow').split('\n');
  const ask = async (path: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return (await fetch(centre.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const made = await ask('/api/v2/joseencrypt', {
    ...{ jwt: { sub: 'call-4711' }, aud: 'a4d886b0-979f-4e2c-a958-3e8c14605e51', numHost: 1, numGuest: 1 },
    ...{ verticalType: 'cc', provideShortUrls: true },
  });
  const brief = await ask('/api/v2/joseencrypt', {
    ...{
      jwt: { sub: 'call-4712', exp: Math.ceil(Date.now() / 1000) + 1 },
      aud: 'a4d886b0-979f-4e2c-a958-3e8c14605e51',
    },
    ...{ numHost: 0, numGuest: 1, provideShortUrls: true },
  });
  const sent = await ask('/api/v1/sms/meetingInvite', {
    ...{ integration: 'jose', vertical: 'cc', orgId: 'any', meetingId: 'call-4711' },
    mobileNumbersWithCountryCode: ['+14155550100'],
  });
  expect(sent).toMatchObject({ accepted: [{ number: '+14155550100' }], refused: [] });

  const zoe = await guest(customerBrowser);
  await zoe.page.goto(await linkTo(agentBrowser, centre.url, '+14155550100'));
  await zoe.press('Continue');
  await expect(zoe.page.getByRole('dialog')).toBeVisible();

  const desk = await openPage(agentBrowser, { viewport: { width: 1280, height: 800 } });
  await desk.goto(made.baseUrl + made.host[0].short);
  await desk.getByLabel('User name').fill('anna');
  await desk.getByLabel('Password').fill(password);
  await signInThere(desk);
  const agent = new Agent(desk);
  await expectPicture(agent.theirPicture, 'red');
  await expect(zoe.page.getByText('Camera off').first()).toBeVisible();
  expect(desk.url()).not.toContain(made.host[0].short);

  const late = await guest(customerBrowser);
  const [{ short }] = brief.guest;
  const standing = async () => (await (await fetch(`${centre.url}/api/v1/links/${short}`)).json()).standing;
  await expect.poll(standing).toBe('expired');
  await late.page.goto(brief.baseUrl + short);
  await says(late.page, 'This link has expired');
  await expect(late.page.getByRole('button', { name: 'Chat instead' })).toBeVisible();
});

test.describe('where the site asks for consent', () => {
  const consent = 'We look at your lamp, and keep no picture.';
  const form = [{ name: 'name', label: 'Name', type: 'text', required: true }];
  const entryPoints = [{ entryPointId: 'support', title: 'Support', form, escalation: { consent } }];
  test.use({ centreOptions: { config: { entryPoints } } });

  test('a guest reads what they agree to, and the call begins when they do', async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const agent = await Agent.signIn(agentBrowser, centre.url);
    await agent.press('Send a video link');
    const dialog = agent.page.getByRole('dialog', { name: 'Send a video link' });
    await dialog.getByLabel('Telephone numbers').fill('+44 20 7946 0018');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    const link = await linkTo(agentBrowser, centre.url, '+442079460018');
    const zoe = await guest(customerBrowser);
    await zoe.page.goto(link);
    await zoe.press('Continue');
    await expect(zoe.page.getByText(consent)).toBeInViewport({ ratio: 1 });
    // What was open at the desk does not stand in the way of who comes.
    await expect(dialog).toBeHidden();
    await zoe.press('Start call');
    await expectPicture(agent.theirPicture, 'red');
  });
});
