import type { ProactiveInvite } from '@eyeline/protocol';

/** What is known of the visit to a page. */
export interface PageVisit {
  /** How long this page was in front. */
  readonly seenMs: number;
  /** How much of the page was scrolled through, from 0 to 1. */
  readonly scrolled: number;
  readonly path: string;
  /** The mouse has just left the page upwards. */
  readonly isLeaving: boolean;
  /** What the page itself has said. */
  readonly events: ReadonlySet<string>;
}

/** Whether an address is as a pattern says, where `*` stands for anything. O(length of both), whatever stands in them. */
export function fitsPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return path === pattern;
  const last = rest.pop() ?? '';
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

/** Whether all holds that an invitation waits for. */
export function isDue({ when }: Pick<ProactiveInvite, 'when'>, page: PageVisit): boolean {
  const { afterMs = 0, scrolled = 0, path, leaving = false, event } = when;
  return (
    page.seenMs >= afterMs &&
    page.scrolled >= scrolled &&
    (path === undefined || fitsPath(path, page.path)) &&
    (!leaving || page.isLeaving) &&
    (event === undefined || page.events.has(event))
  );
}
