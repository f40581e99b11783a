import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { Application, FrameworkApplications, packPackages } from './harness/packages.ts';
import { readmeBlocks } from './harness/readme.ts';
import { expect, test } from './harness/scene.ts';
import { serveSite } from './harness/site.ts';

let packing: ReturnType<typeof packPackages> | undefined;
/** Once for all tests here. */
const packed = () => {
  packing ??= packPackages();
  return packing;
};
test.afterAll(async () => {
  if (packing) await rm((await packing).folder, { recursive: true });
});

/** An application's bundler makes of the packages what the script tag loads: as small, and as proof against the page. */
async function expectPageCode(assets: string) {
  const entries = (await readdir(assets)).filter(name => /^index-.*\.js$/.test(name));
  expect(entries).toHaveLength(1);
  const code = await readFile(join(assets, entries[0] ?? ''), 'utf8');
  expect(brotliCompressSync(code).length).toBeLessThan(48_000);
  const scripts = (await readdir(assets)).filter(name => name.endsWith('.js'));
  const whole = await Promise.all(scripts.map(name => readFile(join(assets, name), 'utf8')));
  expect(whole.join('\n')).toMatch(/createPolicy\(["'`]eyeline/);
  expect(code).not.toContain('agent.sign-in');
}

test('what npm packs is complete, and the import of the README gives a chat in an empty folder', async ({
  centre,
  customerBrowser,
}) => {
  test.setTimeout(600_000);
  const { tarballs } = await packed();
  for (const tarball of tarballs) {
    const bytes = await readFile(tarball);
    const { messages } = await publint({ strict: true, pack: { tarball: Uint8Array.from(bytes).buffer } });
    expect(messages, basename(tarball)).toEqual([]);
    // The types are those of the code, for everybody who takes modules: nothing here is CommonJS.
    const types = await checkPackage(createPackageFromTarballData(Uint8Array.from(bytes)));
    const wrong = (types.types === false ? ['none'] : types.problems).filter(
      problem =>
        typeof problem === 'string' || !('resolutionKind' in problem) || !/^node10|-cjs$/.test(problem.resolutionKind),
    );
    expect(wrong, basename(tarball)).toEqual([]);
  }
  const [code = ''] = readmeBlocks('ts');
  const needed = tarballs.filter(path => /eyeline-(protocol|machines|sdk|elements)-/.test(path));
  const application = await Application.create(code.replace('http://HOST', centre.url), [
    ...needed,
    'typescript@7.0.2',
    'vite@8.3.8',
  ]);
  for (const [path, bundled] of [
    ['sdk/dist/vendor/LICENSES.md', 'socket.io-client'],
    ['elements/dist/vendor/LICENSES.md', 'lit'],
    ['elements/dist-page/licenses.md', 'simple-peer'],
    ['elements/dist-page/gadget/licenses.md', 'xstate'],
  ] as const)
    expect(await readFile(join(application.folder, 'node_modules/@eyeline', path), 'utf8')).toContain(
      `## ${bundled} - `,
    );
  await application.run('typescript/bin/tsc', '--project', '.');
  await application.run('vite/bin/vite.js', 'build', '--logLevel', 'warn');
  await expectPageCode(join(application.folder, 'dist/assets'));
  const site = await serveSite(join(application.folder, 'dist'));
  const page = await openPage(customerBrowser);
  await page.goto(site.url);
  await new Customer(page).ask('Ada Lovelace');
  await expect(page.getByText(/you are first in line/i)).toBeVisible();
  site.close();
  await application.remove();
});

const frameworks = ['react', 'vue', 'svelte', 'angular'] as const;

test('the examples in React, Vue, Svelte and Angular are checked, built and hold a conversation', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { tarballs } = await packed();
  const needed = tarballs.filter(path => /eyeline-(protocol|machines|sdk|elements)-/.test(path));
  const applications = await FrameworkApplications.create(frameworks, centre.url, needed);
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  for (const name of frameworks)
    await test.step(name, async () => {
      const site = await serveSite(await applications.build(name));
      const page = await openPage(customerBrowser);
      await page.goto(site.url);
      const customer = new Customer(page);
      // The application opens the widget by a property, and hears of it by an event when the customer closes it.
      const ask = page.getByRole('main').getByRole('button', { name: 'Ask us' });
      for (const _ of [1, 2]) {
        await ask.click();
        await expect(page.getByLabel('Name')).toBeVisible();
        await customer.press('Close');
        await expect(page.getByLabel('Name')).toBeHidden();
      }
      await ask.click();
      await page.getByLabel('Name').fill(name);
      const question = page.getByLabel('How can we help?');
      if (await question.count()) await question.fill('Does it work here too?');
      await customer.press('Start chat');
      await agent.acceptOffer();
      await expect(page.getByText('You are talking to us.')).toBeVisible();
      // Another view of the application, the same conversation.
      await page.getByRole('button', { name: 'Your cards' }).click();
      await expect(page.getByRole('heading', { name: 'Your cards' })).toBeVisible();
      await agent.send(`Hello, ${name}`);
      await expect(page.getByText(`Hello, ${name}`)).toBeVisible();
      await agent.press('End chat');
      await agent.wrapUp('Solved');
      await expect(page.getByText('Something looks wrong?')).toBeVisible();
      await page.context().close();
      site.close();
    });
  await applications.remove();
});
