import type { ESTree } from 'vite';

/** What stands in a source from `start` to `end` is to become `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** With all edits made; one within another is passed over. */
export function edited(code: string, edits: readonly Edit[]): string {
  let made = '';
  let done = 0;
  for (const { start, end, text } of edits.toSorted((one, other) => one.start - other.start)) {
    if (start < done) continue;
    made += code.slice(done, start) + text;
    done = end;
  }
  return made + code.slice(done);
}

export function visit(node: ESTree.Node, on: (node: ESTree.Node) => void): void {
  on(node);
  for (const value of Object.values(node)) {
    for (const child of [value].flat()) if (isNode(child)) visit(child, on);
  }
}

const isNode = (value: unknown): value is ESTree.Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
