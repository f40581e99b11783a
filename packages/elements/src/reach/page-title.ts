const titleOf = () => document.head.querySelector('title');

/** Says something before the page's own title, and gives that back as it was, also where the page has changed it meanwhile. */
export class PageTitle {
  /** The page's own; null where it has none. */
  #own: string | null = null;
  #shown: string | null = null;
  #prefix = '';
  #joint = '';
  readonly #changes = new MutationObserver(() => this.#follow());

  /** `joint`: what stands between the two. */
  show(prefix: string, joint = ' – '): void {
    if (prefix === this.#prefix) return;
    if (this.#shown === null) {
      this.#own = titleOf()?.textContent ?? null;
      this.#changes.observe(document.head, { childList: true, characterData: true, subtree: true });
    }
    this.#prefix = prefix;
    this.#joint = joint;
    this.#draw();
  }

  restore(): void {
    if (this.#shown === null) return;
    this.#follow();
    this.#changes.disconnect();
    const title = titleOf();
    if (this.#own === null) title?.remove();
    else if (title) title.textContent = this.#own;
    this.#shown = null;
    this.#prefix = '';
  }

  /** The page has said something else: that is what is given back. */
  #follow(): void {
    const now = titleOf()?.textContent ?? null;
    if (now === this.#shown) return;
    this.#own = now;
    this.#draw();
  }

  #draw(): void {
    const own = this.#own?.trim();
    this.#shown = own ? `${this.#prefix}${this.#joint}${own}` : this.#prefix;
    const title = titleOf() ?? document.head.appendChild(document.createElement('title'));
    title.textContent = this.#shown;
    // Its own change is no news.
    this.#changes.takeRecords();
  }
}
