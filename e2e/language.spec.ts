import { build, defaultClientConditions } from 'vite';
import { openPage } from './harness/browser.ts';
import { HostSite, tagOf } from './harness/host-page.ts';
import { readmeBlocks } from './harness/readme.ts';
import { expect, test } from './harness/scene.ts';

/** An application as one script, as its own bundler makes it. */
async function bundle(code: string): Promise<string> {
  const id = 'virtual:application';
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [{ name: id, resolveId: name => (name === id ? id : null), load: name => (name === id ? code : null) }],
    resolve: { conditions: ['@eyeline/source', ...defaultClientConditions] },
    build: { write: false, minify: false, rolldownOptions: { input: id, output: { codeSplitting: false } } },
  });
  const chunks = [result].flat().flatMap(one => ('output' in one ? one.output : []));
  const [chunk] = chunks.filter(one => one.type === 'chunk');
  return chunk?.code ?? '';
}

test('an application speaks its own language, English where it has no sentence, and another one at any time', async ({
  centre,
  customerBrowser,
}) => {
  const blocks = readmeBlocks('ts', 'packages/elements/README.md');
  const [application = ''] = blocks;
  const swedish = blocks.find(block => block.includes('useLanguage')) ?? '';
  const code = await bundle(
    `${swedish}${application.replace('https://HOST', centre.url)}Object.assign(window, { useLanguage });`,
  );
  const site = await HostSite.open({
    '/': {
      html: 'lang="ar" dir="rtl"',
      body: `<script type="module">${code.replaceAll('</script', '<\\/script')}</script>`,
    },
  });
  const page = await openPage(customerBrowser, { locale: 'en-GB' });
  await page.goto(site.origin);
  const widget = page.locator('eyeline-widget');
  await expect(widget).toHaveAttribute('lang', 'sv');
  await expect(widget).toHaveCSS('direction', 'ltr');

  await page.getByRole('button', { name: 'Chatta med oss' }).click();
  await page.getByRole('button', { name: 'Wait in the chat' }).click();
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('How can we help?').fill('Var är mitt paket?');
  await page.getByRole('button', { name: 'Börja chatta' }).click();
  await expect(page.getByText('You are first in line')).toBeVisible();
  await page.getByRole('textbox', { name: 'Message' }).fill('Hej!');
  await page.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect(page.getByText('Sent', { exact: true })).toBeVisible();

  await page.evaluate(() => {
    const { useLanguage }: { useLanguage?: (language: object) => void } = window as object;
    useLanguage?.({
      tag: 'ar',
      dir: 'rtl',
      chat: { sent: 'أُرسلت', first: 'أنت الأول في الانتظار' },
      widget: { close: 'إغلاق' },
    });
  });
  await expect(widget).toHaveAttribute('lang', 'ar');
  await expect(widget).toHaveCSS('direction', 'rtl');
  await expect(page.getByText('أُرسلت', { exact: true })).toBeVisible();
  await expect(page.getByText('أنت الأول في الانتظار')).toBeVisible();
  await expect(page.getByText('You are first in line')).toBeHidden();
  const bubble = page.locator('[data-message]');
  await expect(bubble).toHaveAttribute('dir', 'auto');
  await expect(bubble).toHaveCSS('border-bottom-left-radius', '4px');
  await page.getByRole('button', { name: 'إغلاق' }).click();
  await expect(page.getByRole('button', { name: 'Chat with us' })).toBeVisible();
  site.close();
});

test('a page in German has a widget in German, by its tag alone, and in its own words; so have an agent and a check where the browser is German', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const site = await HostSite.open({
    '/': { html: 'lang="de-AT"', body: tagOf(centre.url, 'async data-sentences="/chat-sentences.json"') },
  });
  const page = await openPage(customerBrowser, { locale: 'en-GB' });
  const [sentences = ''] = readmeBlocks('json', 'packages/elements/README.md');
  await page.route('**/chat-sentences.json', route => route.fulfill({ body: sentences }));
  await page.goto(site.origin);
  await page.getByRole('button', { name: 'Chat with us' }).click();
  const widget = page.locator('eyeline-widget');
  await expect(widget).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'Im Chat warten' }).click();
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByLabel('How can we help?').fill('Wo ist mein Paket?');
  await page.getByRole('button', { name: 'Mit Halden sprechen' }).click();
  await expect(page.getByText('Sie sind zuerst an der Reihe')).toBeVisible();

  const desk = await openPage(agentBrowser, { locale: 'de-CH' });
  await desk.goto(`${centre.url}/desk.html`);
  await desk.getByLabel('Benutzername').fill('anna');
  await desk.getByLabel('Kennwort').fill('falsch');
  await desk.getByRole('button', { name: 'Anmelden' }).click();
  await expect(desk.getByText('Der Benutzername oder das Kennwort ist falsch.')).toBeVisible();
  await desk.goto(`${centre.url}/doctor`);
  await expect(desk.getByRole('button', { name: 'Jetzt prüfen' })).toBeVisible();
  site.close();
});
