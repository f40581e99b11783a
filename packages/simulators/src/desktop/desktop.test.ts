import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { axeFindings } from '@eyeline/testing';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Box, startBox } from '../box.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';

const { EYELINE_CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;

/** A gadget that writes down what Cisco's library tells it, and sets states when it is told. */
const gadget = `<Module>
  <ModulePrefs title="Told"><Require feature="pubsub-2"/></ModulePrefs>
  <Content type="html"><![CDATA[<!DOCTYPE html>
    <script src="__UP_scheme__://__UP_host__:__UP_hostPort__/desktop/assets/js/finesse.js"></script>
    <body><script>
      const { finesse, gadgets } = window;
      window.told = [];
      const tell = what => window.told.push(what);
      gadgets.HubSettings.onConnect = () => {
        const { Config } = finesse.gadget;
        finesse.clientservices.ClientServices.init(Config);
        window.user = new finesse.restservices.User({
          id: Config.id,
          onLoad: () => tell('load ' + window.user.getState()),
          onChange: () => tell('change ' + window.user.getState()),
          onError: () => tell('error'),
        });
        finesse.clientservices.ClientServices.registerOnConnectHandler(() => tell('connect'));
        finesse.clientservices.ClientServices.registerOnDisconnectHandler(() => tell('disconnect'));
        gadgets.window.setTitle('Told');
      };
      window.set = (state, id) => window.user.setState(state, id ? { id } : null, {
        success: ({ status }) => tell('success ' + status),
        error: ({ status, object }) => tell('refused ' + status + ' ' + object?.ApiErrors?.ApiError?.ErrorMessage),
      });
    </script></body>]]></Content>
</Module>`;

let browser: Browser;
let server: Server;
let box: Box;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  server = createServer((request, response) => response.end(request.url === '/told.xml' ? gadget : 'no gadget'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => box.stop());
afterAll(async () => {
  await browser.close();
  server.close();
});

const gadgetUrl = (name: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}.xml`;

async function openDesktop(name = 'told') {
  const users = defaultScenario.users.filter(({ script }) => !script);
  const timings = { changeMs: 50 };
  box = await startBox({
    scenario: { ...defaultScenario, users, calls: { perMinute: 0 }, timings, gadget: gadgetUrl(name) },
  });
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await page.goto(`${box.addresses.finesse[0]}/desktop/`);
  return page;
}

async function signIn(page: Page, password = 'box') {
  await page.getByLabel('User id').fill('1001');
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Extension').fill('2001');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const frameOf = async (page: Page) => {
  await page.getByRole('heading', { name: 'Told' }).waitFor();
  const frame = page.frames().find(one => one.url().includes('/gadgets/ifr'));
  if (!frame) throw new Error('There is no frame.');
  return frame;
};

test('an agent signs in, changes the voice state, and is there again after a reload', async () => {
  const page = await openDesktop();
  await signIn(page, 'wrong');
  await page.getByText('The user id or the password is wrong.').waitFor();
  await signIn(page);
  await page.getByText('Not ready', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Ready' }).click();
  await page.getByRole('status').getByText('Ready', { exact: true }).waitFor();
  await page.getByLabel('Not ready').selectOption('Lunch');
  await page.getByText('Lunch (12)').waitFor();
  await page.reload();
  await page.getByText('Lunch (12)').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page, { exclude: ['iframe'] }), colorScheme).toEqual([]);
  }
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('User id').waitFor();
  expect(box.state().users.find(({ id }) => id === '1001')?.state).toBe('LOGOUT');
});

test('a gadget hears as Cisco’s library tells: success with the 202, the change by its notification', async () => {
  const page = await openDesktop();
  await signIn(page);
  const frame = await frameOf(page);
  // What comes as an answer and what comes as a notification come by two ways: on a slow machine in either order.
  const told = async () => (await frame.evaluate<string[]>('window.told')).toSorted();
  // A gadget that is there before the sign-in is through hears of it by a notification.
  const isIn = async () => {
    const all = await told();
    return all.includes('connect') && all.some(one => one === 'load NOT_READY' || one === 'change NOT_READY');
  };
  await expect.poll(isIn).toBe(true);
  await frame.evaluate('window.told.length = 0; window.set("READY")');
  await expect.poll(told).toEqual(['change READY', 'success 202']);
  await frame.evaluate('window.told.length = 0; window.set("NOT_READY", "3")');
  await expect.poll(told).toEqual(['change NOT_READY', 'success 202']);
  // A reason that Finesse sets by itself is refused at once; a call's state by notification, after the success.
  await frame.evaluate('window.told.length = 0; window.set("NOT_READY", "103")');
  await expect.poll(told).toEqual([expect.stringMatching(/^refused 400/)]);
  await frame.evaluate('window.set("READY")');
  await expect.poll(told).toContain('change READY');
  box.call({ user: '1001', kind: 'outbound' });
  await expect.poll(told).toContain('change RESERVED_OUTBOUND');
  await frame.evaluate('window.told.length = 0; window.set("NOT_READY", "3")');
  await expect.poll(told).toEqual([expect.stringMatching(/^refused 400 CF_/), 'success 202']);
});

test('a gadget hears when Finesse is gone and when it is back, and what changed meanwhile', async () => {
  const page = await openDesktop();
  await signIn(page);
  const frame = await frameOf(page);
  const told = () => frame.evaluate<string[]>('window.told');
  await expect.poll(told).toContain('connect');
  box.order({ type: 'node-down', node: 'A', forMs: 1_000 });
  await expect.poll(told).toContain('disconnect');
  await page.getByText('Finesse is not connected').waitFor();
  box.setState('1001', { state: 'READY' });
  await expect.poll(told, { timeout: 60_000 }).toContain('change READY');
  await page.getByRole('status').getByText('Ready', { exact: true }).waitFor();
});

test('what is no gadget is told in place of it', async () => {
  const page = await openDesktop('none');
  await signIn(page);
  await page.frameLocator('iframe').getByText('It is not a Module in XML.').waitFor();
});
