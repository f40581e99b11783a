import { expect, type Locator, type Page } from '@playwright/test';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not in sight`);
  return box;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5;

/** All of them are in sight, on the screen, and none lies over another. */
export async function expectApart(page: Page, places: Readonly<Record<string, Locator>>, where: string): Promise<void> {
  await expect(async () => {
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    const boxes = await Promise.all(
      Object.entries(places).map(async ([name, locator]) => [name, await boxOf(locator)] as const),
    );
    for (const [index, [name, box]] of boxes.entries()) {
      const isInside =
        box.x >= -0.5 && box.y >= -0.5 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5;
      expect(isInside, `${where}: ${name} is on the screen, ${JSON.stringify(box)}`).toBe(true);
      for (const [other, otherBox] of boxes.slice(index + 1)) {
        expect(overlap(box, otherBox), `${where}: ${name} lies over ${other}`).toBe(false);
      }
    }
  }).toPass();
}

/** How many characters of a text are in sight before it is cut. */
export const shownCharacters = (text: Locator): Promise<number> =>
  text.evaluate(element => {
    const { right, bottom } = element.getBoundingClientRect();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let shown = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < (node.textContent?.length ?? 0); at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        if (box.width > 0 && box.right <= right + 0.5 && box.bottom <= bottom + 0.5) shown++;
      }
    }
    return shown;
  });
