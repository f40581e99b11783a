import { demoConfig } from '@eyeline/server';
import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { expectGoodLooks } from './harness/good-looks.ts';
import { expect, test } from './harness/scene.ts';

const [support, ...others] = demoConfig.entryPoints;
const form = [
  { name: 'name', label: 'Name', type: 'text', required: true, value: 'Guest' },
  { name: 'topic', label: 'Topic', type: 'radio', required: true, options: ['A loan', 'A lost card'] },
  { name: 'wants', label: 'What helps?', type: 'multi', options: ['Advice', 'A form', 'A call'] },
  { name: 'sum', label: 'Sum', type: 'number', rules: { min: 1000, max: 50_000 } },
  { name: 'day', label: 'From', type: 'date', rules: { min: '2026-01-01' } },
  { name: 'contract', label: 'Contract', type: 'text', rules: { pattern: '[A-Z]{2}\\d{4}', message: 'As AB1234.' } },
  { name: 'terms', label: 'I have read the terms', type: 'checkbox', required: true },
  { name: 'page', label: 'Page', type: 'hidden', value: '/loans' },
];

test.use({ centreOptions: { config: { ...demoConfig, entryPoints: [{ ...support, form }, ...others] } } });

test('a form with fields of every kind says what is wrong with each, and the agent reads what was chosen', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url, '/shop.html?entry-point=support');
  const { page } = customer;
  await customer.open();
  await expect(page.getByLabel('Name')).toHaveValue('Guest');
  await page.getByLabel('Sum').fill('7');
  await page.getByLabel('Contract').fill('1234');
  await customer.press('Start chat');
  for (const error of ['Choose one of the list.', 'Not less than 1,000.', 'As AB1234.', 'Tick this to go on.'])
    await expect(page.getByText(error)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'A loan' })).toBeFocused();
  await expectGoodLooks(page, 'fields');

  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'A lost card' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'A call' }).check();
  await page.getByRole('checkbox', { name: 'Advice' }).check();
  await page.getByLabel('Sum').fill('7000');
  await page.getByLabel('From').fill('2026-12-24');
  await page.getByLabel('Contract').fill('AB1234');
  await page.getByRole('checkbox', { name: 'I have read the terms' }).check();
  await customer.press('Start chat');
  await agent.acceptOffer();
  for (const value of ['A lost card', 'Advice, A call', '7000', '2026-12-24', 'AB1234', '/loans'])
    await expect(agent.page.locator('dd').filter({ hasText: value }).first()).toHaveText(value);
});
