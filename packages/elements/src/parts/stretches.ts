import type { RequestLine } from './request.ts';
import type { TimelineEntry } from './timeline.ts';

export type Line = Exclude<TimelineEntry, { readonly kind: 'unsent' }> | RequestLine;

/** A screen or two of a conversation, which is drawn at once. */
export interface Stretch {
  readonly key: string;
  readonly lines: readonly Line[];
}

/** So many messages make a stretch full. */
const full = 24;

const weightOf = (line: Line): number =>
  line.kind === 'group' ? line.messages.length : line.kind === 'milestone' ? 1 : 0;

/**
 * Cuts a conversation into stretches, from its beginning, so that all but the last stay what they are while it grows: a
 * stretch with the same lines is the same object.
 */
export class Stretches {
  #kept: readonly Stretch[] = [];

  of(lines: readonly Line[]): readonly Stretch[] {
    const found: { key: string; lines: Line[] }[] = [];
    let weight = full;
    for (const line of lines) {
      // The request may come after what follows it, and must not move where the others are cut.
      if (weight >= full && line.kind !== 'request') {
        found.push({ key: line.key, lines: [] });
        weight = 0;
      }
      found.at(-1)?.lines.push(line);
      weight += weightOf(line);
    }
    this.#kept = found.map((stretch, index) => {
      const before = this.#kept[index];
      return before && areSame(before.lines, stretch.lines) ? before : stretch;
    });
    return this.#kept;
  }
}

const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((line, index) => line === other[index]);

/** When the youngest line of a stretch was written; 0 where it has none with a time beside it. */
export const youngestOf = ({ lines }: Stretch): number =>
  Math.max(
    ...lines.map(line =>
      line.kind === 'group' ? (line.messages.at(-1)?.at ?? 0) : line.kind === 'request' ? line.at : 0,
    ),
  );

/** Does the message at `seq` end a group of this stretch? */
export const hasAtEnd = ({ lines }: Stretch, seq: number): boolean =>
  lines.some(line => line.kind === 'group' && line.messages.at(-1)?.seq === seq);
