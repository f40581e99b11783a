import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { expect, test } from './harness/scene.ts';

const attack = '<img src=x onerror="document.title=\'owned\'">';
const config = {
  entryPoints: [
    {
      entryPointId: 'support',
      title: `Support ${attack}`,
      greeting: `Hello ${attack}`,
      form: [
        { name: 'name', label: 'Name', type: 'text', required: true },
        { name: 'topic', label: `Topic ${attack}`, type: 'select', options: [attack, 'Other'] },
        { name: 'more', label: `More ${attack}`, type: 'textarea' },
      ],
      survey: { title: `Survey ${attack}`, stars: `Stars ${attack}`, text: `Text ${attack}` },
    },
  ],
  wrapUpCodes: [{ code: 'solved', label: `Solved ${attack}` }],
  notReadyReasons: [{ code: 'break', label: `Break ${attack}` }],
};
test.use({ centreOptions: { config, agents: ['Anna'] } });

test('what a site configured, a form’s values and the name of a file are text in widget and desk', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const page = await openPage(customerBrowser);
  await page.goto(`${centre.url}/shop.html`);
  const customer = new Customer(page);
  await customer.open();
  await expect(page.getByText(`Hello ${attack}`)).toBeVisible();
  await page.getByLabel('Name').fill(attack);
  await page.getByLabel(`Topic ${attack}`).selectOption(attack);
  await page.getByLabel(`More ${attack}`).fill(attack);
  await customer.press('Start chat');
  await agent.acceptOffer();
  await expect(agent.page.getByText(attack, { exact: true }).first()).toBeAttached();

  await customer.press('Add a file or an emoji');
  const file = {
    name: `${attack}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\ntrailer\n%%EOF\n'),
  };
  await page.locator('eyeline-composer-tools input.any').setInputFiles(file);
  await customer.press('Send');
  for (const one of [page, agent.page])
    await expect(one.getByRole('log').locator('eyeline-shared-file')).toContainText('onerror');

  await agent.press('End chat');
  await expect(page.getByText(`Survey ${attack}`)).toBeVisible();
  await expect(agent.page.getByLabel(`Solved ${attack}`)).toBeVisible();
  for (const one of [page, agent.page]) {
    expect(await one.title()).not.toContain('owned');
    expect(await one.locator('img[src="x"]').count()).toBe(0);
  }
});
