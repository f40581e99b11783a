import { expect, type Page } from '@playwright/test';

/**
 * Each of these names stands in an element of its own that isolates it, wherever it is drawn: one in Arabic or Hebrew
 * turns nothing around it. What people wrote themselves is theirs.
 */
export async function expectNamesIsolated(page: Page, names: readonly string[], where: string): Promise<void> {
  const loose = await page.evaluate(wanted => {
    const found: string[] = [];
    const look = (root: Node) => {
      if (root instanceof Element && (root.matches('[data-text], .last, .heard, script, style') || root.ariaHidden))
        return;
      if (root instanceof Text && wanted.some(name => root.data.includes(name))) {
        const parent = root.parentElement;
        const isAlone = wanted.includes(parent?.textContent?.trim() ?? '');
        if (!isAlone || !parent?.matches('bdi, [dir=auto]')) found.push(`${parent?.outerHTML.slice(0, 200)}`);
      }
      for (const one of root.childNodes) look(one);
      if (root instanceof Element && root.shadowRoot) look(root.shadowRoot);
    };
    look(document.body);
    return found;
  }, names);
  expect(loose, `${where}: names in our sentences that are not isolated`).toEqual([]);
}
