import { demoConfig } from '@eyeline/server';
import { expectGoodLooks } from './harness/good-looks.ts';
import { expect, meet, test } from './harness/scene.ts';

const [support, ...others] = demoConfig.entryPoints;
const files = { askFirst: ['customer', 'agent'] } as const;
test.use({ centreOptions: { config: { ...demoConfig, entryPoints: [{ ...support, files }, ...others] } as never } });

const pdf = { name: 'Offer 12.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n% an offer\n%%EOF') };
const slow = { ...pdf, name: 'Plan.pdf' };

test('a file is offered, and comes when the other side wants it; declined with a word why; a reload forgets no offer', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const { page } = customer;
  const own = page.getByRole('list', { name: 'Files to send' }).getByRole('listitem');
  const offered = agent.page.getByRole('list', { name: 'Files that are offered to you' }).getByRole('listitem');
  await customer.press('Add a file or an emoji');
  const choose = async (file: typeof pdf) => {
    await page.locator('eyeline-composer-tools input.any').setInputFiles(file);
    await expect(own).toHaveCount(1);
    await customer.press('Send');
  };
  await choose(pdf);
  await expect(own).toContainText('Waits until the other side accepts it.');
  await expect(offered).toContainText('Offer 12.pdf');
  await expect(offered).toContainText('application/pdf · 25 byte');
  await expectGoodLooks(agent.page, 'desk-offer-of-file');

  // By keyboard, with a word why: it is a message, and the file never leaves the customer.
  await agent.page.getByRole('button', { name: 'Decline Offer 12.pdf' }).press('Enter');
  const why = agent.page.getByLabel('Why not');
  await expect(why).toBeFocused();
  await why.fill('Please use the form for offers.');
  await why.press('Enter');
  await expect(offered).toHaveCount(0);
  await customer.expectTexts(['Please use the form for offers.']);
  await expect(own).toContainText('Not sent. The other side did not accept it.');
  await customer.press('Remove Offer 12.pdf');

  // Both pages are loaded again: the agent still has the question, and the customer chooses what was in it once more.
  await customer.press('Add a file or an emoji');
  await choose(slow);
  await expect(offered).toContainText('Plan.pdf');
  await agent.page.reload();
  await page.reload();
  await expect(own).toContainText('The page was loaded again: choose the file once more.');
  await agent.page.getByRole('button', { name: 'Accept Plan.pdf' }).click();
  await expect(offered).toContainText('Accepted. It is on its way.');
  await expectGoodLooks(page, 'widget-offer-after-reload');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose Plan.pdf once more' }).click();
  await (await choosing).setFiles(slow);
  await expect(agent.page.getByRole('button', { name: /^Download: Plan\.pdf PDF/ })).toBeVisible();
  await expect(own).toHaveCount(0);
  await expect(offered).toHaveCount(0);

  // The other way round, taken back before anybody has answered.
  const theirs = page.getByRole('list', { name: 'Files that are offered to you' }).getByRole('listitem');
  await agent.press('Add a file or an emoji');
  await agent.page.locator('eyeline-composer-tools input.any').setInputFiles([pdf, slow]);
  await agent.press('Send');
  await expect(theirs).toHaveCount(2);
  await agent.press('Remove Plan.pdf');
  await expect(theirs).toHaveCount(1);
  await page.getByRole('button', { name: 'Accept Offer 12.pdf' }).click();
  await expect(page.getByRole('button', { name: /^Download: Offer 12\.pdf PDF/ })).toBeVisible();
  await expect(theirs).toHaveCount(0);
});
