import { readFile } from 'node:fs/promises';
import { demoConfig } from '@eyeline/server';
import type { Page } from '@playwright/test';
import { openPage } from './harness/browser.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { expect, meet, test } from './harness/scene.ts';

const survey = { stars: true, nps: true, text: 'What could we do better?' } as const;
const [support, ...others] = demoConfig.entryPoints;

test.use({ centreOptions: { config: { ...demoConfig, entryPoints: [{ ...support, survey }, ...others] } } });

async function downloaded(page: Page, name: string): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('group', { name: 'Save what was said' }).getByRole('button', { name }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('after the end a customer says by keyboard how it was, or leaves it out, takes along what was said, and begins anew', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const { page } = customer;
  await agent.send('Hello <b>Ada</b>');
  await expect(page.getByText('Hello <b>Ada</b>')).toBeVisible();
  await agent.press('End chat');
  const stars = page.getByRole('group', { name: 'How did you like our help?' });
  await expect(stars).toBeVisible();

  // Nothing chosen: nothing is sent, and the cursor is where one answers.
  await customer.press('Send answer');
  await expect(page.getByRole('radio', { name: '1 of 5 stars' })).toBeFocused();
  await expect(page.getByText('Answer at least one question.')).toBeVisible();
  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: '4 of 5 stars' })).toBeChecked();
  await page.getByRole('radio', { name: '9', exact: true }).check();
  await page.getByLabel('What could we do better?').fill('Nothing <i>at all</i>');
  await expectGoodLooks(page, 'after-survey-filled');
  await customer.press('Send answer');
  await expect(page.getByText('Thank you. Your answer is with us.')).toBeFocused();
  await expect(agent.page.getByText('Ada Lovelace answered the survey')).toContainText(
    '★ 4/5 · NPS 9/10 · Nothing <i>at all</i>',
  );

  await page.reload();
  await expect(page.getByText('Thank you. Your answer is with us.')).toBeVisible();
  await expect(stars).toBeHidden();
  const text = await downloaded(page, 'Text');
  expect(text.name).toMatch(/^chat-\d{4}-\d\d-\d\d\.txt$/);
  expect(text.text).toContain('Ada Lovelace: Where is my parcel?');
  expect(text.text).toContain('Anna: Hello <b>Ada</b>');
  // Or it comes by e-mail: an address that is none is said, and what becomes of it.
  const row = page.getByRole('group', { name: 'Save what was said' });
  await row.getByRole('button', { name: 'E-mail' }).press('Enter');
  const address = page.getByLabel('To this address');
  await expect(address).toBeFocused();
  await address.fill('ada@example');
  await address.press('Enter');
  await expect(page.getByText('Write the address like name@example.com.')).toBeVisible();
  await expectGoodLooks(page, 'after-mail');
  await address.fill('ada@example.com');
  await address.press('Enter');
  await expect(page.getByText('Sent to a•••@example.com')).toBeVisible();
  await expectGoodLooks(page, 'after-mail-sent');
  // The agent may send it too.
  await agent.press('Send what was said by e-mail');
  await agent.page.getByLabel('To this address').fill('ben@example.com');
  await expectGoodLooks(agent.page, 'desk-mail');
  await agent.press('Send');
  await expect(agent.page.getByText('Sent to b•••@example.com')).toBeVisible();
  const saved = await downloaded(page, 'Web page');
  const reader = await openPage(customerBrowser);
  await reader.setContent(saved.text);
  await expect(reader.getByText('Hello <b>Ada</b>')).toBeVisible();

  await customer.press('Start a new chat');
  await expect(page.getByLabel('Name')).toBeVisible();
  await agent.wrapUp('Solved');

  // Another one, from right to left, leaves it out and is not asked again.
  const other = await openPage(customerBrowser, { locale: 'ar' });
  await other.goto(`${centre.url}/shop.html?entry-point=support`);
  await other.evaluate(() => (window as { eyeline?: (...said: string[]) => unknown }).eyeline?.('setLocale', 'ar'));
  await other.evaluate(() => (window as { eyeline?: (...said: string[]) => unknown }).eyeline?.('open'));
  await other.locator('eyeline-pre-chat-form input').first().fill('Ada Lovelace');
  await other.locator('eyeline-pre-chat-form textarea').first().fill('?');
  await other.locator('eyeline-pre-chat-form button[type="submit"]').click();
  await agent.acceptOffer();
  await agent.press('End chat');
  const title = other.getByRole('heading', { name: 'كيف كانت المحادثة؟' });
  await expect(title).toBeVisible();
  await other.setViewportSize({ width: 320, height: 640 });
  await other.screenshot({ path: 'test-results/looks/after-survey-ar-320.png' });
  await other.getByRole('button', { name: 'ليس الآن' }).click();
  await expect(title).toBeHidden();
  await other.reload();
  await other.setViewportSize({ width: 320, height: 640 });
  await expect(other.locator('eyeline-after .save')).toBeVisible();
  await expect(other.locator('eyeline-survey form')).toHaveCount(0);
});
