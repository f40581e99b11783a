import type {} from '@eyeline/elements/widget';
import type { Browser, Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { HostSite } from './harness/host-page.ts';
import { expect, test } from './harness/scene.ts';

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);
/** Closed today and until nine tomorrow, whatever the time is now. */
const calendars = {
  branch: {
    zone: 'UTC',
    hours: [{ days: week, from: '09:00', to: '24:00' }],
    holidays: [
      { name: 'Founders’ Day', on: { type: 'date', date: dateOf(Date.now()) } },
      { name: 'Founders’ Day', on: { type: 'date', date: dateOf(Date.now() + 86_400_000) }, to: '08:59' },
    ],
  },
};
const form = [{ name: 'name', label: 'Name', type: 'text', required: true }];
const support = { entryPointId: 'support', title: 'Support', form };
const closed = { entryPoints: [{ ...support, calendar: 'branch' }], calendars };
const open = { entryPoints: [support], calendars };
test.use({ centreOptions: { config: closed } });

const tagFor = (url: string, more: string) =>
  `<script async src="${url}/eyeline.js" data-entry-point="support" ${more}></script>`;
const launcher = (page: Page) => page.getByRole('button', { name: /Chat with us/ });

/** Time passes as the test says: ten minutes need none. */
async function visit(browser: Browser, url: string, options: object = {}, requested: string[] = []): Promise<Page> {
  const page = await openPage(browser, { looksFirst: true, timezoneId: 'UTC', locale: 'en-GB', ...options });
  page.on('request', request => requested.push(new URL(request.url()).pathname.replace(/-[\w-]{8}\.js$/, '.js')));
  await page.clock.install();
  await page.goto(url);
  return page;
}

test('while it is closed the button is not there, or says the holiday and when it opens; it follows while the page stands', async ({
  centre,
  customerBrowser,
}) => {
  test.setTimeout(120_000);
  const site = await HostSite.open({
    '/say': { html: 'lang="en"', body: `<main><h1>Tea</h1></main>${tagFor(centre.url, 'data-when-closed="say"')}` },
    '/ar': {
      html: 'lang="ar" dir="rtl"',
      body: `<h1>شاي</h1>${tagFor(centre.url, 'data-when-closed="say" data-theme="dark"')}`,
    },
    '/hide': { body: `<h1>Tea</h1>${tagFor(centre.url, 'data-when-closed="hide"')}` },
  });
  const requested: string[] = [];
  const said = await visit(customerBrowser, `${site.origin}/say`, {}, requested);
  await expect(said.getByText('Closed: Founders’ Day. Opens tomorrow at 9:00, your time.')).toBeVisible();
  expect(requested.at(-1)).toBe('/api/v1/entry-points/support/availability');
  expect(requested).not.toContain('/eyeline/embed.js');
  expect(await said.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await expectGoodLooks(said, 'launcher-closed');
  const arabic = await visit(customerBrowser, `${site.origin}/ar`, { viewport: { width: 320, height: 640 } });
  await expect(arabic.getByText('مغلق: Founders’ Day.')).toBeVisible();
  await arabic.screenshot({ path: 'test-results/looks/launcher-closed-ar-320.png' });

  const hidden = await visit(customerBrowser, `${site.origin}/hide`);
  await expect(launcher(hidden)).toBeHidden();

  // A button of the page's own opens it all the same; the widget's button says the same as the loader's did.
  await launcher(said).click();
  await expect(said.getByText('We are closed at the moment')).toBeVisible();
  await said.getByRole('button', { name: 'Close' }).click();
  await expect(said.getByText('Closed: Founders’ Day. Opens tomorrow at 9:00, your time.')).toBeVisible();
  await expectGoodLooks(said, 'launcher-closed-widget');

  await centre.configure(open);
  // The widget is told, the loader's button asks.
  await expect(said.getByText('Closed: Founders’ Day.')).toHaveCount(0);
  await expect(launcher(said)).toBeVisible();
  // An answer may be given again for ten seconds.
  const later = async (isThere: boolean) => {
    await hidden.clock.fastForward('11:00');
    await expect(launcher(hidden)).toBeVisible({ visible: isThere, timeout: 2000 });
  };
  await expect(() => later(true)).toPass();
  await centre.configure(closed);
  await expect(said.getByText('Closed: Founders’ Day.')).toBeVisible();
  await expect(() => later(false)).toPass();
  site.close();
});

test.describe('invitations', () => {
  const proactive = [
    { inviteId: 'waiting', when: { afterMs: 30_000 }, text: { en: 'Can we help?', ar: 'هل نساعدك؟' } },
    { inviteId: 'cart', when: { event: 'cart' }, pauseDays: 7 },
  ];
  test.use({ centreOptions: { config: { entryPoints: [{ ...support, proactive }] } } });

  test('shown when somebody is there, once, without the focus; put away by a key; pressed, the chat opens', async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    test.setTimeout(120_000);
    const listen = `<script>window.eyeline ||= (...call) => new Promise((...settle) => (eyeline.q ||= []).push([call, settle]));
      window.told = []; for (const name of ['invite-shown', 'invite-accepted', 'invite-dismissed'])
      eyeline('on', name, ({ inviteId }) => told.push(name + ' ' + inviteId));</script>`;
    const body = `<main><h1>Tea</h1></main>${listen}${tagFor(centre.url, 'data-proactive="on"')}`;
    const site = await HostSite.open({
      '/': { html: 'lang="en"', body },
      '/ar': { html: 'lang="ar" dir="rtl"', body },
    });
    const page = await visit(customerBrowser, site.origin);
    const card = page.getByRole('region', { name: 'Invitation to chat' });
    await expect(launcher(page)).toBeVisible();
    await page.clock.runFor(31_000);
    // Nobody is there.
    await expect(card).toHaveCount(0);
    const anna = await Agent.signIn(agentBrowser, centre.url);
    await anna.goReady();
    await expect(async () => {
      await page.clock.runFor(61_000);
      await expect(card).toBeVisible({ timeout: 2000 });
    }).toPass();
    await page.clock.runFor(200);
    await expect(card.getByText('Can we help?')).toBeVisible();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await expectGoodLooks(page, 'proactive');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.screenshot({ path: 'test-results/looks/proactive-320-dark.png' });
    // From the button to the invitation, and away.
    await launcher(page).focus();
    await page.keyboard.press('Tab');
    await expect(card.getByRole('button', { name: 'Start chat' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
    await expect(launcher(page)).toBeFocused();
    await page.clock.runFor(120_000);
    await expect(card).toHaveCount(0);

    await page.evaluate(() => window.eyeline('invite', 'cart'));
    await page.clock.runFor(200);
    await expect(card.getByText('Do you have a question?')).toBeVisible();
    await card.getByRole('button', { name: 'Start chat' }).click();
    await expect(page.getByLabel('Name')).toBeVisible();
    await expect(card).toHaveCount(0);
    expect(await page.evaluate(() => Reflect.get(window, 'told'))).toEqual([
      ...['invite-shown waiting', 'invite-dismissed waiting'],
      ...['invite-shown cart', 'invite-accepted cart'],
    ]);
    // The widget's button invites as the loader's did, and never over an open panel.
    await page.evaluate(() => window.eyeline('invite', { inviteId: 'own', text: 'Still there?' }));
    await page.clock.runFor(5000);
    await expect(card).toHaveCount(0);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.clock.runFor(2000);
    await expect(card.getByText('Still there?')).toBeVisible();
    await expect(page.evaluate(() => Reflect.apply(window.eyeline, null, ['invite', {}]))).rejects.toThrow(/inviteId/);

    const arabic = await visit(customerBrowser, `${site.origin}/ar`, { viewport: { width: 320, height: 640 } });
    await expect(launcher(arabic)).toBeVisible();
    await arabic.clock.runFor(31_000);
    await expect(arabic.getByText('هل نساعدك؟')).toBeAttached();
    await arabic.screenshot({ path: 'test-results/looks/proactive-ar-320.png' });
    site.close();
  });
});
