import { expect, type Page } from '@playwright/test';

/** What a screen reader says without being asked: a live region's news, politely or at once. */
export interface Heard {
  readonly how: 'polite' | 'assertive';
  readonly text: string;
}

/** Somebody who hears what a page says without being asked, in this page and in what is loaded after it, through all shadow roots. */
export class Ears {
  readonly #page: Page;
  readonly #all: Heard[] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Before the page is loaded. */
  static async open(page: Page): Promise<Ears> {
    await page.addInitScript(watchRegions);
    return new Ears(page);
  }

  async all(): Promise<readonly Heard[]> {
    this.#all.push(...(await this.#page.evaluate(() => (Reflect.get(window, 'heardSoFar') as () => Heard[])())));
    return this.#all;
  }

  /** It comes, if it has not come yet; what was said before a reload is to be taken before it. */
  async expect(text: string | RegExp, how: Heard['how'] = 'polite'): Promise<void> {
    const match = typeof text === 'string' ? text : expect.stringMatching(text);
    await expect.poll(() => this.all(), { message: `heard: ${text}` }).toContainEqual({ how, text: match });
  }
}

/**
 * As browsers tell it to screen readers: an alert at its coming, another region only what comes into it later; of a status or an
 * alert all of it, of a log what was added; nothing that is hidden, and nothing of a part that has switched it off for itself.
 */
function watchRegions(): void {
  const said: Heard[] = [];
  Reflect.set(window, 'heardSoFar', () => said.splice(0));
  const roles: Readonly<Record<string, string>> = { status: 'polite', log: 'polite', alert: 'assertive' };
  const up = (node: Node): Node | null =>
    node instanceof Element && node.assignedSlot
      ? node.assignedSlot
      : (node.parentNode ?? (node instanceof ShadowRoot ? node.host : null));
  const liveOf = (one: Element) => one.getAttribute('aria-live') ?? roles[one.getAttribute('role') ?? ''] ?? null;
  const regionOf = (node: Node): Element | null => {
    for (let at: Node | null = node; at; at = up(at)) if (at instanceof Element && liveOf(at) !== null) return at;
    return null;
  };
  const isHidden = (node: Node) => {
    for (let at: Node | null = node; at; at = up(at)) {
      if (!(at instanceof Element)) continue;
      if (at.getAttribute('aria-hidden') === 'true' || at.getAttribute('aria-busy') === 'true') return true;
      const { display, visibility } = getComputedStyle(at);
      if (display === 'none' || visibility === 'hidden') return true;
    }
    return false;
  };
  const textOf = (node: Node, region: Element): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLStyleElement || node instanceof HTMLScriptElement) return '';
    if (node instanceof Element) {
      if (node.getAttribute('aria-hidden') === 'true' || getComputedStyle(node).display === 'none') return '';
      if (node !== region && node.getAttribute('aria-live') === 'off') return '';
      const label = node.getAttribute('aria-label') ?? node.getAttribute('alt');
      if (label && node !== region) return ` ${label} `;
    }
    const within = node instanceof Element ? (node.shadowRoot ?? node) : node;
    const below =
      within instanceof HTMLSlotElement && within.assignedNodes().length > 0
        ? within.assignedNodes()
        : [...within.childNodes];
    const text = below.map(one => textOf(one, region)).join('');
    const isInline = node instanceof Element && getComputedStyle(node).display.startsWith('inline');
    return isInline ? text : ` ${text} `;
  };
  let changed = new Map<Element, Set<Node>>();
  const tell = () => {
    const regions = changed;
    changed = new Map();
    for (const [region, nodes] of regions) {
      const how = liveOf(region);
      if (how === 'off' || !region.isConnected || isHidden(region)) continue;
      const isWhole =
        region.getAttribute('aria-atomic') !== 'false' &&
        region.getAttribute('role') !== 'log' &&
        (region.hasAttribute('role') || region.getAttribute('aria-atomic') === 'true');
      const parts = isWhole ? [region] : [...nodes].filter(one => one.isConnected && !isHidden(one));
      const top = parts.filter(one => !parts.some(other => other !== one && other.contains(one)));
      const text = top
        .map(one => textOf(one, region))
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
      if (text) said.push({ how: how === 'assertive' ? 'assertive' : 'polite', text });
    }
  };
  const note = (node: Node, region: Element | null) => {
    if (!region) return;
    if (changed.size === 0) requestAnimationFrame(() => requestAnimationFrame(tell));
    changed.set(region, (changed.get(region) ?? new Set()).add(node));
  };
  /** An alert is told when it comes; also what is in it below other things that came. */
  const noteAlerts = (node: Node) => {
    if (!(node instanceof Element)) return;
    for (const one of [node, ...node.querySelectorAll('*')]) {
      if (liveOf(one) === 'assertive' && one.getAttribute('aria-live') !== 'assertive') note(one, one);
      if (one.shadowRoot) for (const inner of one.shadowRoot.children) noteAlerts(inner);
    }
  };
  const watch = (root: Node) =>
    new MutationObserver(records => {
      for (const { type, target, addedNodes } of records) {
        if (type === 'characterData') note(target, regionOf(target));
        for (const node of addedNodes) {
          if (node instanceof Comment) continue;
          const region = regionOf(node);
          // What comes together with its own content is no news of it.
          if (region && region !== node) note(node, region);
          noteAlerts(node);
        }
      }
    }).observe(root, { subtree: true, childList: true, characterData: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    watch(root);
    return root;
  };
  watch(document);
}
