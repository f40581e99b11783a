import { Agent } from './harness/agent.ts';
import { Customer } from './harness/customer.ts';
import { test } from './harness/scene.ts';

const active = () => {
  let e: Element | null = document.activeElement;
  const p: string[] = [];
  while (e) {
    p.push(e.tagName + '.' + e.className);
    e = e.shadowRoot?.activeElement ?? null;
  }
  return p.join(' > ');
};
test('focus', async ({ centre, customerBrowser, agentBrowser }) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const c = await Customer.visit(customerBrowser, centre.url);
  await c.openForm();
  await c.page.waitForTimeout(1500);
  console.log('opened', await c.page.evaluate(active));
  await c.page.getByLabel('Name').fill('Ada');
  const q = c.page.getByLabel('How can we help?');
  if (await q.count()) await q.fill('hi');
  await c.page.evaluate(() => {
    const log: string[] = [];
    (window as any).flog = log;
    for (const t of ['focusin', 'focusout'])
      document.addEventListener(
        t,
        e => log.push(t + ' ' + (e.composedPath()[0] as Element).tagName + ' ' + Math.round(performance.now())),
        true,
      );
  });
  await c.press('Start chat');
  for (let i = 0; i < 8; i++) {
    await c.page.waitForTimeout(250);
    console.log('waiting', await c.page.evaluate(active));
  }
  console.log(await c.page.evaluate(() => (window as any).flog.join('; ')));
  await agent.acceptOffer();
  await c.page.waitForTimeout(1500);
  console.log('talking', await c.page.evaluate(active));
  console.log(await c.page.evaluate(() => (window as any).flog.join('; ')));
});
