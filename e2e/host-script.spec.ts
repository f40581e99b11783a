import type { Browser } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import type { ContactCentre } from './harness/contact-centre.ts';
import { Customer } from './harness/customer.ts';
import { type HostPage, HostSite, tagOf } from './harness/host-page.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, test } from './harness/scene.ts';

const frozen = [
  ...['Object', 'Array', 'Function', 'Error', 'TypeError', 'RangeError', 'Promise', 'Map', 'Set', 'WeakMap', 'String'],
  ...['Number', 'RegExp', 'Date', 'Symbol', 'ArrayBuffer', 'DataView', 'Event', 'EventTarget', 'URL'],
];

/** What scripts of real sites do to what is built in. */
const scripts = {
  'prototype.js 1.6': `
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Array.from = function (of) {
      if (!of) return [];
      var length = of.length || 0, made = new Array(length);
      while (length--) made[length] = of[length];
      return made;
    };`,
  'Object.prototype has more': 'Object.prototype.foo = 1; Array.prototype.remove = function () {};',
  'frozen prototypes': `for (const name of ${JSON.stringify(frozen)}) Object.freeze(window[name].prototype);`,
};

/** What Content Security Policies of real sites say of markup in scripts (Trusted Types). */
const policies = {
  'names none': "trusted-types 'none'",
  'ours alone': "require-trusted-types-for 'script'; trusted-types eyeline",
  'a Lit of their own': "require-trusted-types-for 'script'; trusted-types lit-html eyeline",
};

/** Everything forbidden but what the README asks for. */
const strict = ({ url }: ContactCentre) =>
  `default-src 'none'; script-src 'unsafe-inline' ${url}; connect-src ${url} ${url.replace('http', 'ws')}`;

const theirLit = `<script>window.trustedTypes.createPolicy('lit-html', { createHTML: text => text });</script>`;

async function openSite(browser: Browser, hosted: HostPage) {
  const page = await openPage(browser);
  const errors: string[] = [];
  page.on('console', line => line.type() === 'error' && errors.push(line.text()));
  const site = await HostSite.open({ '/': hosted });
  await page.goto(site.origin);
  return {
    customer: new Customer(page),
    errors,
    close: () =>
      page
        .context()
        .close()
        .finally(() => site.close()),
  };
}

test('a chat on pages that change what is built in', async ({ centre, customerBrowser }) => {
  for (const [name, script] of Object.entries(scripts)) {
    await test.step(name, async () => {
      const { customer, close } = await openSite(customerBrowser, {
        head: `<script>${script}</script>${tagOf(centre.url)}`,
      });
      await customer.ask('Ada Lovelace');
      await customer.send('Hello');
      await customer.expectTexts(['Hello']);
      await expect(customer.page.getByText('Sent', { exact: true })).toBeVisible();
      await close();
    });
  }
});

test('a video on a page that has frozen what is built in', async ({ centre, customerBrowser, agentBrowser }) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const { customer, close } = await openSite(customerBrowser, {
    head: `<script>${scripts['frozen prototypes']}</script>${tagOf(centre.url)}`,
  });
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();
  await agent.press('Start video');
  await customer.press('Accept');
  await expectPicture(customer.theirPicture, 'blue');
  await expectPicture(agent.theirPicture, 'red');
  await close();
});

test('a chat under strict policies breaks none of their rules', async ({ centre, customerBrowser }) => {
  for (const [name, policy] of Object.entries(policies)) {
    await test.step(name, async () => {
      const { customer, errors, close } = await openSite(customerBrowser, {
        head: (name === 'a Lit of their own' ? theirLit : '') + tagOf(centre.url),
        headers: { 'content-security-policy': `${strict(centre)}; ${policy}` },
      });
      await customer.ask('Ada Lovelace');
      await customer.send('Hello');
      await customer.expectTexts(['Hello']);
      const broken = errors.filter(line => /security policy/i.test(line));
      // Where no name is allowed, ours is tried all the same.
      expect(broken.length, broken.join('\n')).toBeLessThanOrEqual(name === 'names none' ? 1 : 0);
      await close();
    });
  }
});

test('where a policy lets nobody draw, the visitor is not told of a connection, and the developer what to allow', async ({
  centre,
  customerBrowser,
}) => {
  const { customer, errors, close } = await openSite(customerBrowser, {
    head: tagOf(centre.url),
    headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  });
  await customer.open();
  await expect(customer.page.getByRole('alert')).toHaveText('The chat does not work on this page.');
  await expect.poll(() => errors.join('\n')).toContain('add eyeline to trusted-types');
  await close();
});

test('the visitor of a page with a wrong tag reads words for visitors, the developer what to correct', async ({
  centre,
  customerBrowser,
}) => {
  const { customer, errors, close } = await openSite(customerBrowser, {
    head: tagOf(centre.url).replace('"support"', '"suport"'),
  });
  await customer.open();
  await expect(customer.page.getByText('reach us in another way')).toBeVisible();
  await expect(customer.page.getByText('data-entry-point')).toHaveCount(0);
  await expect.poll(() => errors.join('\n')).toContain('data-entry-point');
  await close();
});
