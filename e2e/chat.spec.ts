import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { expect, meet, test } from './harness/scene.ts';

/** So that a second customer waits. */
const oneAtATime = { config: { routing: { agentDefaults: { domains: { chat: 1, video: 1 } } } } };

test.describe('one chat at a time', () => {
  test.use({ centreOptions: oneAtATime });

  test('a customer waits with a position, is connected by name, and both write', async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    const customer = await Customer.visit(customerBrowser, centre.url);
    await customer.ask('Ada Lovelace');
    await expect(customer.page.getByText(/you are first in line/i)).toBeVisible();
    // Who goes on typing goes on in the conversation.
    await expect(customer.message).toBeFocused();
    const second = await Customer.visit(customerBrowser, centre.url);
    await second.ask('Grace Hopper');
    await expect(second.page.getByText(/\b2\b|second/)).toBeVisible();

    const agent = await Agent.signIn(agentBrowser, centre.url);
    await agent.goReady();
    await agent.acceptOffer();
    await expect(customer.page.getByText('Anna').first()).toBeVisible();
    await expect(second.page.getByText(/you are next/i)).toBeVisible();

    await customer.message.pressSequentially('Hello');
    await expect(agent.page.getByText(/is typing/i)).toBeVisible();
    await customer.press('Send');
    await agent.expectTexts(['Hello']);
    await expect(agent.page.getByText(/is typing/i)).toHaveCount(0);
    await expect(customer.page.getByText('Delivered')).toBeVisible();
    await agent.send('Good morning, Ada');
    await customer.expectTexts(['Hello', 'Good morning, Ada']);
  });
});

test('a reload in mid-chat brings the history back, in order and once', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const texts: string[] = [];
  for (let n = 1; n <= 5; n++) {
    await customer.send(`from Ada ${n}`);
    texts.push(`from Ada ${n}`);
    await agent.expectTexts(texts);
    await agent.send(`from Anna ${n}`);
    texts.push(`from Anna ${n}`);
    await customer.expectTexts(texts);
  }
  await customer.page.reload();
  await customer.expectTexts(texts);
  await agent.page.reload();
  await agent.expectTexts(texts);
  await customer.send('still here');
  await agent.expectTexts([...texts, 'still here']);
});

test('what looks like markup is text on both sides', async ({ centre, customerBrowser, agentBrowser }) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  const attack = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>';
  await customer.ask(`<b>${attack}</b>`.slice(0, 150));
  await agent.acceptOffer();
  await customer.send(attack);
  await agent.expectTexts([attack]);
  await agent.send(attack);
  await customer.expectTexts([attack, attack]);
  await agent.send('**Paid**: 2*3*4, see [your bill](https://evil.example) or shop.com');
  for (const { page } of [agent, customer]) {
    const line = page.getByRole('log').locator('[data-text]').filter({ hasText: '2*3*4' });
    await expect(line.locator('strong')).toHaveText('Paid');
    await expect(line.locator('a')).toHaveText(['your bill', 'shop.com']);
    await expect(line.locator('a').first()).toHaveAttribute('data-host', 'evil.example');
  }
  for (const { page } of [customer, agent]) expect(await page.title()).not.toBe('owned');
});

test('the server is killed in mid-chat: both sides come back and nothing acknowledged is lost', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await customer.send('before');
  await agent.expectTexts(['before']);
  await agent.send('noted');
  await customer.expectTexts(['before', 'noted']);
  await centre.kill();
  await customer.send('while it was away');
  await centre.run();
  await agent.expectTexts(['before', 'noted', 'while it was away']);
  await agent.send('and back');
  await customer.expectTexts(['before', 'noted', 'while it was away', 'and back']);
});
