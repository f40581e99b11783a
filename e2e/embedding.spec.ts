import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import { HostSite, tagOf } from './harness/host-page.ts';
import { readmeBlocks } from './harness/readme.ts';
import { expect, test } from './harness/scene.ts';

/** What the page says to `window.eyeline`, and what came of it; a failure as its code. */
type Tell = (...call: unknown[]) => Promise<unknown>;

test('a page tells the widget what to do, before it is loaded and after, and hears of it', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const page = await openPage(customerBrowser);
  const requested: string[] = [];
  page.on('request', request => requested.push(new URL(request.url()).pathname.replace(/-[\w-]{8}\.js/, '.js')));
  const [, said = ''] = readmeBlocks('html', 'packages/elements/README.md');
  // The queue of the README, and the script after it.
  const site = await HostSite.open({ '/': { head: said, body: `<h1>Tea</h1>${tagOf(centre.url)}` } });
  const tell: Tell = (...call) =>
    page.evaluate(
      args => (Reflect.get(window as object, 'eyeline') as Tell)(...args).catch(({ code, message }) => [code, message]),
      call,
    );
  await page.goto(site.origin);
  const launcher = page.getByRole('button', { name: 'Chat with us' });
  await expect(launcher).toBeVisible();
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Reflect.set(window, 'heard', heard);
    for (const name of ['ready', 'opened', 'closed', 'queued', 'connected', 'message', 'ended'])
      (Reflect.get(window as object, 'eyeline') as Tell)(
        'on',
        name,
        (detail: { from?: string; text?: string } | null) =>
          heard.push(detail?.from ? `${detail.from}: ${detail.text}` : name),
      );
  });
  const heard = (): Promise<string[]> => page.evaluate(() => Reflect.get(window as object, 'heard'));

  expect(await tell('jump')).toEqual(['unknown-command', expect.stringContaining('jump')]);
  expect(await tell('send', 'Hello')).toEqual(['no-conversation', expect.stringContaining('startChat')]);
  await tell('hide');
  await expect(launcher).toBeHidden();
  await tell('show');
  await expect(launcher).toBeVisible();
  // Besides its own code, some of which the widget's commands need too, nothing was loaded for all that.
  expect(new Set(requested.filter(path => path.endsWith('.js')))).toEqual(
    new Set(['/eyeline.js', '/eyeline/run.js', '/eyeline/require-who.js']),
  );

  expect(await tell('startChat', { question: 'Where is my parcel?' })).toEqual({ interactionId: expect.any(String) });
  await agent.acceptOffer();
  await expect.poll(heard).toContain('connected');
  expect(await tell('send', 'It is late.')).toEqual({ messageId: expect.any(String) });
  await expect(agent.page.getByRole('log').getByText('It is late.')).toBeVisible();
  await agent.send('I look.');
  await expect.poll(heard).toContain('agent: I look.');
  await tell('close');
  expect(await tell('startChat')).toEqual({ interactionId: expect.any(String) });
  await tell('end');
  expect(await tell('send', 'Too late')).toEqual(['no-conversation', expect.any(String)]);
  await expect.poll(async () => (await heard()).at(-1)).toBe('ended');
  const [first, second, ...then] = await heard();
  // It is opened while it connects.
  expect([first, second].toSorted()).toEqual(['opened', 'ready']);
  expect(then).toEqual([
    ...['queued', 'connected', 'customer: It is late.', 'agent: I look.', 'closed', 'opened', 'ended'],
  ]);
  await tell('reset');
  await tell('destroy');
  expect(await tell('open')).toEqual(['destroyed', expect.stringContaining('script tag')]);
  await expect(page.locator('eyeline-widget')).toHaveCount(0);
  site.close();
});
