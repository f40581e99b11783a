import { expect, type Locator, type Page } from '@playwright/test';

/** As often one presses Tab before one gives up. */
const patience = 80;

interface Stop {
  readonly name: string;
  /** Is it shown that it has the focus? */
  readonly isSeen: boolean;
  /** Is it on the screen, with nothing before it? */
  readonly isFree: boolean;
}

/** Somebody without a pointer. At each stop it must be seen where they are. */
export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text);
  }

  /** Tab after Tab until it is there; every stop on the way shows that it is one. */
  async tabTo(aim: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(aim).toBeVisible();
    const stops: string[] = [];
    for (let presses = 0; presses < patience; presses++) {
      if (await isFocused(aim)) {
        await this.expectSeen();
        return;
      }
      await this.press(key);
      stops.push((await this.expectSeen()).name);
    }
    throw new Error(`no way by ${key} to ${aim}: ${stops.join(' · ')}`);
  }

  /** There, pressed as a person does. */
  async use(aim: Locator, key = 'Enter', way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.tabTo(aim, way);
    await this.press(key);
  }

  /** They are there without having gone anywhere. */
  async expectAt(aim: Locator): Promise<void> {
    await expect(aim).toBeFocused();
    await this.expectSeen();
  }

  async expectSeen(): Promise<Stop> {
    const stop = await this.#page.evaluate(whereFocusIs);
    expect(stop, `${stop.name}: it is seen that it has the focus`).toMatchObject({ isSeen: true, isFree: true });
    return stop;
  }
}

const isFocused = (aim: Locator): Promise<boolean> =>
  aim.first().evaluate(one => (one.getRootNode() as Document | ShadowRoot).activeElement === one);

function whereFocusIs(): Stop {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return { name: 'the page', isSeen: true, isFree: true };
  const name = at.ariaLabel || (at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : '') || at.textContent;
  const described = `${at.localName}.${at.className} “${(name ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
  const isShown = (one: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  };
  // A radio button's ring may stand around its label, a field's around the form.
  const around = [at, at.parentElement, at.nextElementSibling, at.closest('form, label, fieldset')];
  const { left, top, width, height } = at.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  const isFree = hit !== null && (at.contains(hit) || hit.contains(at) || hit.getRootNode() !== at.getRootNode());
  const before = hit && hit !== at ? `, before it ${hit.localName}.${hit.className}` : '';
  return { name: described + (isFree ? '' : before), isSeen: around.some(one => one && isShown(one)), isFree };
}
