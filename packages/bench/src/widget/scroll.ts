interface Scrolled {
  readonly framesPerSecond: number;
  /** Of all frames, those that took longer than one and a half. */
  readonly late: number;
  /** The longest of them, in ms. */
  readonly longest: number;
}

/** How many messages are drawn; runs in the page. */
export const countBubbles = (): number => {
  const countIn = (root: Document | ShadowRoot): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, one) => sum + (one.matches('[data-message]') ? 1 : 0) + (one.shadowRoot ? countIn(one.shadowRoot) : 0),
      0,
    );
  return countIn(document);
};

/** From the end to the beginning and back, a screen every tenth of a second; runs in the page. */
export const scroll = (): Promise<Scrolled> =>
  new Promise(resolve => {
    const find = (root: Document | ShadowRoot): Element | undefined => {
      for (const one of root.querySelectorAll('*')) {
        const found = one.matches('.scroller[role=log]') ? one : one.shadowRoot ? find(one.shadowRoot) : undefined;
        if (found) return found;
      }
      return undefined;
    };
    const log = find(document);
    if (!log) throw new Error('no messages');
    const lasts = 4_000;
    const gaps: number[] = [];
    const begin = performance.now();
    const top = log.scrollTop;
    let before = begin;
    const step = (now: number) => {
      gaps.push(now - before);
      before = now;
      const share = (now - begin) / lasts;
      // Four fifths at the pace of a hand, then through all of it.
      log.scrollTop = share < 0.8 ? top - share * lasts * 5 : top * (1 - (share - 0.8) / 0.2);
      if (share < 1) requestAnimationFrame(step);
      else
        resolve({
          framesPerSecond: (gaps.length * 1_000) / (now - begin),
          late: gaps.filter(gap => gap > 25).length / gaps.length,
          longest: Math.max(...gaps),
        });
    };
    requestAnimationFrame(step);
  });
