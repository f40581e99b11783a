import { axeFindings } from '@eyeline/testing';
import { expect, type Page } from '@playwright/test';

const sizes = [
  { width: 360, height: 640 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;

/** No finding of axe at any size, light and dark; nothing wider than the screen. A picture of each is kept. */
export async function expectGoodLooks(page: Page, state: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const where = `${state} ${size.width} ${colorScheme}`;
      expect(await axeFindings(page), where).toEqual([]);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(tooWide, `${where} scrolls sideways`).toBe(false);
      await page.screenshot({ path: `test-results/looks/${state}-${size.width}-${colorScheme}.png` });
    }
  }
}
