import { freePort } from '@eyeline/testing';
import type { Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { ContactCentre } from './harness/contact-centre.ts';
import { Customer } from './harness/customer.ts';
import { LossyRelay } from './harness/lossy-relay.ts';
import { expectPicture, expectTone } from './harness/picture.ts';
import { expect, test, tones } from './harness/scene.ts';

/** A page whose clock goes as fast as the test wants; media and timers do not. */
function paceable(): void {
  const now = performance.now.bind(performance);
  let [pace, wall, shown] = [1, now(), now()];
  performance.now = () => {
    const at = now();
    shown += (at - wall) * pace;
    wall = at;
    return shown;
  };
  const setPace = (to: number) => {
    performance.now();
    pace = to;
  };
  Object.assign(window, { setPace });
}
const setPace = (page: Page, pace: number) =>
  page.evaluate(to => (Reflect.get(window, 'setPace') as (pace: number) => void)(to), pace);

test('a path that loses too much carries the sound alone, and the pictures again when it is better; one that carries no sound either is a chat again', async ({
  customerBrowser,
  agentBrowser,
}) => {
  const port = await freePort();
  const entryPoint = {
    ...{ entryPointId: 'support', title: 'Support', media: 'sfu' },
    form: [{ name: 'name', label: 'Name', type: 'text', required: true }],
  };
  const centre = await ContactCentre.start({ config: { entryPoints: [entryPoint], sfu: { port } }, agents: ['Anna'] });
  const relay = await LossyRelay.start(port);
  try {
    const agent = await Agent.signIn(agentBrowser, centre.url);
    const customer = await Customer.visit(customerBrowser, centre.url);
    for (const { page } of [agent, customer]) {
      await relay.carry(page);
      await page.addInitScript(paceable);
      await page.reload();
    }
    await agent.goReady();
    await customer.ask('Ada Lovelace');
    await agent.acceptOffer();
    await customer.press('Start video');
    await agent.press('Accept');
    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.theirPicture, 'blue');

    relay.lose(0.3);
    for (const { page } of [agent, customer]) {
      await expect(page.locator('eyeline-call-tile.remote')).toContainText('Connection too weak');
      await expect(page.getByText('only your sound is sent')).toBeVisible();
    }
    relay.lose(0.02);
    await expectTone(agent.theirPicture, tones.customer);
    await expectTone(customer.theirPicture, tones.agent);

    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.theirPicture, 'blue');
    for (const { page } of [agent, customer]) await expect(page.getByText('only your sound is sent')).toHaveCount(0);

    relay.lose(0.75);
    const sides = [agent, customer];
    // What takes half a minute on the wall.
    await Promise.all(sides.map(({ page }) => setPace(page, 4)));
    const reasons: string[] = [];
    for (const { page } of sides) {
      const told = page.getByRole('alert').filter({ hasText: 'The call has ended' });
      const reason = told.getByText(/too weak even for sound|too little came through|could not reach each other/);
      await expect(reason).toBeVisible();
      reasons.push((await reason.textContent()) ?? '');
      await expect(told.getByRole('button', { name: 'Try again' })).toBeEnabled();
    }
    // Whoever found out first, both read the same.
    expect(new Set(reasons).size, reasons.join(' / ')).toBe(1);
    await customer.send('I read you all the same');
    await agent.expectTexts(['I read you all the same']);
    relay.lose(0);
    await Promise.all(sides.map(({ page }) => setPace(page, 1)));
    await customer.press('Try again');
    await agent.press('Accept');
    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.theirPicture, 'blue');
  } finally {
    relay.stop();
    await centre.stop();
  }
});
