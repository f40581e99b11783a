import type { Browser, Page } from '@playwright/test';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { HostSite } from './harness/host-page.ts';
import { expect, test } from './harness/scene.ts';

/** A page of the site, for which somebody changed one byte of this file on the way; resolves with what the browser says of that. */
async function visit(browser: Browser, site: HostSite, changed?: RegExp): Promise<{ page: Page; said: string[] }> {
  const page = await openPage(browser);
  const said: string[] = [];
  page.on('console', message => said.push(message.text()));
  if (changed)
    await page.route(changed, async route => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()} ` });
    });
  await page.goto(site.origin);
  return { page, said };
}

test('who pins a build has it whole, and of a file with another byte nothing runs', async ({
  centre,
  customerBrowser,
}) => {
  const looks = await openPage(customerBrowser, { viewport: { width: 1280, height: 900 } });
  await looks.goto(`${centre.url}/looks.html`);
  await looks.getByLabel('Pinned to this build').check();
  const snippet = looks.locator('#tag');
  await expect(snippet).toContainText('integrity="sha384-');
  const site = await HostSite.open({ '/': { head: (await snippet.textContent()) ?? '' } });

  const untouched = await visit(customerBrowser, site);
  await new Customer(untouched.page).ask('Ada Lovelace');
  await expect(untouched.page.getByRole('textbox', { name: 'Message' })).toBeVisible();
  expect(untouched.said.filter(text => /integrity/i.test(text))).toEqual([]);

  // The script, what comes with the click, and what comes later.
  const script = await visit(customerBrowser, site, /\/eyeline-[\w-]{8}\.js$/);
  await expect.poll(() => script.said.join()).toMatch(/integrity/i);
  await expect(script.page.getByRole('button')).toHaveCount(0);

  const click = await visit(customerBrowser, site, /\/eyeline\/embed-/);
  await new Customer(click.page).open();
  await expect(click.page.getByRole('alert')).toBeVisible();
  expect(click.said.join()).toMatch(/integrity/i);
  await expect(click.page.locator('eyeline-widget')).toHaveCount(0);

  const later = await visit(customerBrowser, site, /\/eyeline\/chat-/);
  await new Customer(later.page).open();
  // Nobody is signed in: what there is instead needs it too.
  await expect.poll(() => later.said.join()).toMatch(/integrity/i);
  await expect(later.page.locator('eyeline-widget')).toHaveCount(1);
  await expect(later.page.getByRole('button', { name: 'Wait in the chat' })).toHaveCount(0);
  site.close();
});
