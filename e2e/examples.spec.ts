import { readdirSync } from 'node:fs';
import { axeFindings } from '@eyeline/testing';
import { openPage } from './harness/browser.ts';
import { expect, test } from './harness/scene.ts';

const pages = readdirSync(new URL('../examples/', import.meta.url)).filter(name => name.endsWith('.html'));

test('every example opens without an error, has its elements defined and no finding of axe', async ({
  centre,
  customerBrowser,
}) => {
  expect(pages).toEqual(expect.arrayContaining(['both-sides.html', 'desk.html', 'index.html', 'shop.html']));
  for (const name of pages) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openPage(customerBrowser, { colorScheme });
      const failed: string[] = [];
      page.on('console', line => line.type() === 'error' && failed.push(line.text()));
      await page.goto(`${centre.url}/${name}`);
      await page.waitForLoadState('networkidle');
      // What is shown in a frame may be on its way still.
      await expect(page.getByText('Loading both sides…')).toBeHidden();
      await Promise.all(page.frames().map(frame => frame.waitForLoadState()));
      const undefinedTags = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(one => one.localName.startsWith('eyeline-') && one.matches(':not(:defined)'))
          .map(one => one.localName),
      );
      expect(undefinedTags, name).toEqual([]);
      expect(failed, name).toEqual([]);
      expect(await axeFindings(page), `${name} ${colorScheme}`).toEqual([]);
      await page.context().close();
    }
  }
});
