import type { Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { openPage, trackStates } from './harness/browser.ts';
import type { ContactCentre } from './harness/contact-centre.ts';
import { Customer } from './harness/customer.ts';
import { HostSite, tagOf } from './harness/host-page.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, meet, test } from './harness/scene.ts';

/** The pages that the server is connected with. */
async function socketsOf({ url }: ContactCentre): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^eyeline_sockets (\d+)$/m.exec(metrics)?.[1]);
}

const expectSockets = (centre: ContactCentre, count: number) => expect.poll(() => socketsOf(centre)).toBe(count);

/** What Turbo and Astro's router do: the next page is fetched, its body takes the place of this one, its scripts run. */
const visit = (page: Page, path: string) =>
  page.evaluate(async to => {
    const text = await (await fetch(to)).text();
    const next = new DOMParser().parseFromString(text, 'text/html');
    const body = document.adoptNode(next.body);
    for (const inert of body.querySelectorAll('script')) {
      const script = document.createElement('script');
      for (const { name, value } of inert.attributes) script.setAttribute(name, value);
      inert.replaceWith(script);
    }
    document.body.replaceWith(body);
    history.pushState(null, '', to);
  }, path);

const launchers = (page: Page) => page.getByRole('button', { name: 'Chat with us' });

test('a call lives as long as its widget is in the page: moved, thrown away, destroyed', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  const startCall = async () => {
    await customer.press('Start video');
    await agent.press('Accept');
    await expectPicture(customer.theirPicture, 'blue');
    await expectPicture(agent.theirPicture, 'red');
  };
  await startCall();

  await customer.page.evaluate(async () => {
    const widget = document.querySelector('eyeline-widget');
    if (!widget) throw new Error('no widget');
    for (let moves = 0; moves < 4; moves++) {
      widget.remove();
      // A router's transition takes a frame or two.
      await new Promise(requestAnimationFrame);
      document.body.appendChild(document.createElement('main')).append(widget);
    }
  });
  await expectPicture(customer.theirPicture, 'blue');
  await expectPicture(agent.theirPicture, 'red');
  expect(await trackStates(customer.page)).toEqual(['live', 'live']);
  await expectSockets(centre, 2);

  await customer.page.evaluate(() => {
    document.body.replaceChildren();
  });
  await expect.poll(() => trackStates(customer.page)).toEqual(['ended', 'ended']);
  await expect(agent.theirPicture).toHaveCount(0);
  await expect.poll(() => trackStates(agent.page)).toEqual(['ended', 'ended']);
  await expectSockets(centre, 1);

  await customer.page.reload();
  await startCall();
  const states = await customer.page.evaluate(() => {
    document.querySelector('eyeline-widget')?.destroy();
    return (Reflect.get(window, 'givenTracks') as MediaStreamTrack[]).map(track => track.readyState);
  });
  expect(states, 'before destroy() returns').toEqual(['ended', 'ended']);
  await expect(agent.theirPicture).toHaveCount(0);
  await expect(customer.page.locator('eyeline-widget')).toHaveCount(0);
  await expectSockets(centre, 1);
});

test('a router that puts another body into the page keeps one conversation and one socket', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const page = await openPage(customerBrowser);
  const tag = tagOf(centre.url);
  const site = await HostSite.open({
    '/': { head: tag, body: '<h1>Tea</h1>' },
    '/pots': { head: tag, body: '<h1>Pots</h1>' },
    '/cups': { body: `<h1>Cups</h1>${tag}` },
    '/cans': { body: `<h1>Cans</h1>${tag}` },
  });
  const customer = new Customer(page);
  await page.goto(`${site.origin}/`);
  await expect(launchers(page)).toBeVisible();
  await visit(page, '/pots');
  await expect(launchers(page)).toHaveCount(1);
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();
  const texts: string[] = [];
  // The tag runs once, in the head of the first page; then again with every body that has one.
  for (const path of ['/', '/pots', '/', '/cups', '/cans', '/cups', '/cans']) {
    await visit(page, path);
    await customer.send(`from ${path}`);
    texts.push(`from ${path}`);
    await agent.expectTexts(texts);
  }
  await customer.expectTexts(texts);
  await expectSockets(centre, 2);

  // A router that brings back what it kept of an earlier page.
  await page.evaluate(() => {
    const kept = document.body.cloneNode(true);
    document.body.replaceWith(document.createElement('body'));
    document.body.replaceWith(kept);
  });
  await expect(page.locator('eyeline-widget')).toHaveCount(1);
  await customer.expectTexts(texts);
  await expectSockets(centre, 2);
  site.close();
});

test('two tags, one that runs again, and one that is a module: one widget', async ({ centre, customerBrowser }) => {
  const page = await openPage(customerBrowser);
  const tags = [tagOf(centre.url), tagOf(centre.url, 'type="module"'), tagOf(centre.url, 'defer')].join('');
  const site = await HostSite.open({
    '/': { body: `<h1>Tea</h1>${tags}` },
    '/module': { body: `<h1>Tea</h1>${tagOf(centre.url, 'type="module"')}` },
  });
  await page.goto(site.origin);
  await page.waitForLoadState('networkidle');
  await expect(launchers(page)).toHaveCount(1);
  await new Customer(page).openForm();
  await page.evaluate(address => {
    const script = document.createElement('script');
    script.src = address;
    script.dataset['entryPoint'] = 'support';
    return new Promise(loaded => {
      script.onload = loaded;
      document.head.append(script);
    });
  }, `${centre.url}/eyeline.js`);
  await expect(page.locator('eyeline-widget, x-eyeline')).toHaveCount(1);
  await expectSockets(centre, 1);

  await page.goto(`${site.origin}/module`);
  await new Customer(page).openForm();
  await expectSockets(centre, 1);
  site.close();
});

test('an application’s widget that comes back takes the conversation up again', async ({ centre, customerBrowser }) => {
  const customer = await Customer.visit(customerBrowser, centre.url, '/spa.html');
  await customer.ask('Ada Lovelace');
  await customer.send('Hello');
  await customer.expectTexts(['Hello']);
  await expect(customer.page.getByText('Sending')).toHaveCount(0);
  await expectSockets(centre, 1);
  await customer.page.evaluate(() => {
    const widget = document.querySelector('eyeline-widget');
    Object.assign(window, { kept: widget });
    widget?.remove();
  });
  await expectSockets(centre, 0);
  await customer.page.evaluate(() => document.body.append(Reflect.get(window, 'kept') as Element));
  await customer.expectTexts(['Hello']);
  await customer.send('Back');
  await customer.expectTexts(['Hello', 'Back']);
  await expectSockets(centre, 1);
});
