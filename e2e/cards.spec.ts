import { axeFindings } from '@eyeline/testing';
import type { Page } from '@playwright/test';
import { expectGoodLooks } from './harness/good-looks.ts';
import { expect, meet, test } from './harness/scene.ts';

const attack = '<img src=x onerror="document.title=\'owned\'">';

const choices = (text: string, ...labels: string[]) => ({
  kind: 'quick-replies',
  text,
  choices: labels.map((label, index) => ({ id: `${index + 1}`, label })),
});
const lamp = {
  title: 'Desk lamp',
  text: 'Bright, and kind to your eyes.',
  picture: { url: 'https://cdn.shop.example/lamp.png', alt: 'A lamp on a desk' },
  buttons: [
    { kind: 'link', label: 'See it in the shop', url: 'https://shop.example/lamp' },
    { kind: 'reply', id: 'lamp', label: 'I take the lamp' },
  ],
};
const sofa = { title: 'Sofa', buttons: [{ kind: 'reply', id: 'sofa', label: 'I take the sofa' }] };
const address = {
  kind: 'form',
  title: 'Where do we deliver?',
  fields: [
    { name: 'city', label: 'City', type: 'text', required: true },
    { name: 'floor', label: 'Floor', type: 'select', options: ['Ground', 'Above'] },
    { name: 'card', label: 'How do you pay?', type: 'text' },
  ],
};
const evil = {
  kind: 'carousel',
  text: attack,
  cards: [
    {
      title: attack,
      text: `${attack} [${attack}](https://evil.example)`,
      buttons: [
        { kind: 'link', label: `${attack}\u202e`, url: 'https://bank.example@evil.example/' },
        { kind: 'reply', id: 'x', label: attack },
        { kind: 'link', label: 'Mail', url: `mailto:a@b.example?subject=${encodeURIComponent(attack)}` },
      ],
    },
    { title: 'Second' },
  ],
};
const evilForm = {
  kind: 'form',
  title: attack,
  text: attack,
  fields: [
    { name: 'a', label: attack, type: 'text' },
    { name: 'b', label: 'B', type: 'select', options: [attack, 'no'] },
  ],
};
const templates = [
  {
    templateId: 'topic',
    name: 'Topic',
    content: { en: choices('What is it about?', 'A lamp', 'A sofa'), de: choices('Worum geht es?', 'Lampe', 'Sofa') },
  },
  {
    templateId: 'lamps',
    name: 'Lamps',
    content: { en: { kind: 'carousel', text: 'Have a look:', cards: [lamp, sofa, { title: 'Table' }] } },
  },
  { templateId: 'address', name: 'Address', content: { en: address } },
  { templateId: 'evil', name: attack, content: { en: evil } },
  { templateId: 'evil-form', name: 'Evil form', content: { en: evilForm } },
];

test.use({ centreOptions: { config: { templates, pictureHosts: ['cdn.shop.example'] } } });

/** 64 by 36, grey. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAkCAAAAAAcZ2NOAAAAIUlEQVR42mNooBAwjBowasCoAaMGjBowasCoAaMGDD8DAD2ygD2g5crTAAAAAElFTkSuQmCC',
  'base64',
);

/** The shop's pictures, without a network. */
const servePictures = (page: Page) =>
  page.route('https://cdn.shop.example/**', route => route.fulfill({ contentType: 'image/png', body: png }));

const contents = (page: Page) => page.getByRole('log').locator('eyeline-message-content');

/** By the slash, the search and the keys alone. */
async function sendTemplate(page: Page, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).press('/');
  const search = page.getByRole('searchbox', { name: 'Find a template' });
  await expect(search).toBeFocused();
  await search.fill(name);
  await search.press('Enter');
  const send = page.getByRole('region', { name: 'Templates' }).getByRole('button', { name: 'Send' });
  await expect(send).toBeFocused();
  await send.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
}

test('an agent sends what was prepared, the customer answers by a press and a form, and both still see it after a reload', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  for (const { page } of [agent, customer]) await servePictures(page);

  await sendTemplate(agent.page, 'topi');
  const asked = contents(customer.page).first();
  await expect(asked.getByRole('button', { name: 'A lamp' })).toBeVisible();
  await expect(contents(agent.page).first()).toContainText('Waits for the customer’s answer');
  await asked.getByRole('button', { name: 'A lamp' }).click();
  await expect(asked.getByRole('button')).toHaveCount(0);
  for (const { page } of [agent, customer]) {
    await expect(contents(page).first().locator('.chosen')).toHaveText(/Chosen: A lamp/);
    await expect(page.getByRole('log').locator('[data-message] [data-text]')).toHaveText(['A lamp']);
  }

  await sendTemplate(agent.page, 'Lamps');
  const cards = contents(customer.page).nth(1);
  await expect(cards.getByRole('img', { name: 'A lamp on a desk' })).toHaveJSProperty('naturalWidth', 64);
  await expect(cards.getByRole('link')).toHaveText(/See it in the shop\s*shop\.example/);
  await cards.getByRole('button', { name: 'Next' }).click();
  await expect(cards).toContainText('Card 2 of 3');
  await cards.getByRole('button', { name: 'I take the sofa' }).click();
  await expect(contents(agent.page).nth(1).locator('.chosen')).toHaveText(/I take the sofa/);

  await sendTemplate(agent.page, 'Address');
  const form = contents(customer.page).nth(2);
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.getByLabel('City')).toBeFocused();
  await form.getByLabel('City').fill('Ulm');
  await form.getByLabel('How do you pay?').fill('with 4111 1111 1111 1111');
  // What has the focus is scrolled to within the conversation, and the panel stays where it is.
  await expect(customer.page.locator('eyeline-chat-panel')).toHaveJSProperty('scrollTop', 0);
  await expectGoodLooks(customer.page, 'cards-customer');
  await customer.page.setViewportSize({ width: 320, height: 640 });
  await customer.page.screenshot({ path: 'test-results/looks/cards-customer-320.png' });
  await customer.page.reload();
  // What was typed and not sent is there again, in the same form.
  await expect(contents(customer.page).nth(2).getByLabel('City')).toHaveValue('Ulm');
  await contents(customer.page).nth(2).getByRole('button', { name: 'Send' }).click();
  const table = (page: Page) => page.getByRole('log').getByRole('table');
  await expect(table(agent.page).getByRole('row')).toHaveText([/City\s*Ulm/, /How do you pay\?\s*with •••• 1111/]);

  await customer.send('My card: 4111-1111-1111-1111');
  for (const { page } of [agent, customer]) {
    await expect(page.getByRole('log').locator('[data-text]').last()).toHaveText('My card: •••• 1111');
    await expect(page.getByRole('img', { name: 'Hidden, ends with 1111' })).toHaveCount(2);
    await expect(page.locator('[data-masked]').last()).toContainText('The card number was hidden');
  }
  for (const { page } of [agent, customer]) await page.reload();
  await agent.task('Ada Lovelace').click();
  for (const { page } of [agent, customer]) {
    await expect(contents(page)).toHaveCount(4);
    await expect(contents(page).first().locator('.chosen')).toHaveText(/A lamp/);
    await expect(contents(page).nth(2)).toContainText('Answered');
    await expect(table(page).getByRole('row').first()).toHaveText(/City\s*Ulm/);
    expect(await page.content()).not.toContain('4111');
  }
  await expectGoodLooks(agent.page, 'cards-desk');
});

test('whatever stands in the fields of a message is text, in widget and desk, and a question is made in a moment', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await sendTemplate(agent.page, attack);
  await sendTemplate(agent.page, 'Evil form');
  for (const { page } of [agent, customer]) {
    await expect(contents(page)).toHaveCount(2);
    await expect(contents(page).first().locator('.title').first()).toHaveText(attack);
    const link = contents(page).first().getByRole('link').filter({ hasText: 'onerror' }).last();
    await expect(link.locator('.host')).toHaveText('evil.example');
  }
  const form = contents(customer.page).nth(1);
  await form.getByRole('textbox').fill(attack);
  await form.getByRole('combobox').selectOption(attack);
  await form.getByRole('button', { name: 'Send' }).click();
  await contents(customer.page).first().getByRole('button', { name: attack }).click();
  await expect(agent.page.getByRole('log').getByRole('cell').first()).toHaveText(attack);
  for (const { page } of [agent, customer]) {
    await expect(page.getByRole('log').locator('[data-text]').last()).toHaveText(attack);
    expect(await page.title()).not.toBe('owned');
    expect(await page.locator('img').count()).toBe(0);
  }

  // By the menu, without a template.
  await agent.press('Add a file or an emoji');
  await agent.press('Templates');
  await agent.press('Ask with answers to choose from');
  await agent.page.getByRole('textbox', { name: 'Question', exact: true }).fill('Red or green?');
  const send = agent.page.getByRole('region', { name: 'Templates' }).getByRole('button', { name: 'Send' });
  await send.click();
  await expect(agent.page.getByText('Write a question and at least one answer.')).toBeVisible();
  await agent.page.getByLabel('Answers, one per line').fill('Red\nGreen');
  expect(await axeFindings(agent.page)).toEqual([]);
  await agent.page.screenshot({ path: 'test-results/looks/cards-typed.png' });
  await send.click();
  const asked = contents(customer.page).last();
  await asked.getByRole('button', { name: 'Green' }).press('Enter');
  await expect(contents(agent.page).last().locator('.chosen')).toHaveText(/Green/);
});
