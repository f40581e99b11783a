import { openPage, watchPolicy } from './harness/browser.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, meet, test } from './harness/scene.ts';

for (const entryPoint of ['support', 'support-sfu'])
  test(`a chat and a video at ${entryPoint} do nothing that our pages’ own policy forbids`, async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser, entryPoint });
    const seen = [await watchPolicy(agent.page), await watchPolicy(customer.page)];
    // From the beginning, now that somebody looks.
    await Promise.all([agent.page.reload(), customer.page.reload()]);
    await customer.send('https://shop.example/ <b>bold</b>');
    await agent.expectTexts(['https://shop.example/ <b>bold</b>']);
    await customer.press('Start video');
    await agent.press('Accept');
    await expectPicture(customer.theirPicture, 'blue');
    await expectPicture(agent.theirPicture, 'red');
    await agent.press('Hang up');
    await expect(customer.theirPicture).toHaveCount(0);
    await agent.press('End chat');
    await agent.wrapUp('Solved');
    expect(seen.flat()).toEqual([]);
  });

test('text becomes markup on our pages by the policies that are named alone', async ({ centre, customerBrowser }) => {
  const page = await openPage(customerBrowser);
  const seen = await watchPolicy(page);
  for (const path of ['/', '/both-sides.html', '/desk.html', '/shop.html', '/spa.html', '/visit.html', '/texts.html']) {
    const response = await page.goto(centre.url + path);
    expect(response?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
    await expect.poll(() => page.locator('body').ariaSnapshot()).not.toBe('');
    await page.waitForLoadState('networkidle');
  }
  expect(seen).toEqual([]);
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<img src=x onerror=alert(1)>';
      return '';
    } catch (error) {
      return String(error);
    }
  });
  expect(refused).toContain('TrustedHTML');
});

test('the page of the API can be read on every screen, and nothing that it holds is forbidden', async ({
  centre,
  customerBrowser,
}) => {
  const page = await openPage(customerBrowser);
  const seen = await watchPolicy(page);
  await page.goto(`${centre.url}/api/`);
  await expectGoodLooks(page, 'api');
  await page.getByRole('link', { name: 'A token for the other requests' }).click();
  await expect(page.getByRole('article', { name: 'A token for the other requests' })).toBeInViewport();
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.screenshot({ path: 'test-results/looks/api-320.png' });
  expect(seen).toEqual([]);
});
