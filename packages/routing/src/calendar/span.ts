/** From the first to before the last: `to` belongs to the next one. The unit is the caller's. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What any of the spans covers, in order and apart. O(n log n). */
export function unionOf(spans: readonly Span[]): readonly Span[] {
  return [...mergeTouching([...spans].sort((a, b) => a.from - b.from))];
}

/** What is left of `spans`, which are in order and apart, without the others. O(n × m). */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, other) =>
      left.flatMap(span =>
        [
          { from: span.from, to: Math.min(span.to, other.from) },
          { from: Math.max(span.from, other.to), to: span.to },
        ].filter(isSome),
      ),
    spans,
  );
}

/** What lies inside a span, of spans in order. O(n). */
export function clipTo(spans: readonly Span[], { from, to }: Span): readonly Span[] {
  return spans.map(span => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) })).filter(isSome);
}

/** Joins spans that touch or overlap; they come in order of their start. Reads one further than it gives. */
export function* mergeTouching(spans: Iterable<Span>): Generator<Span> {
  let held: Span | null = null;
  for (const span of spans) {
    if (!isSome(span)) continue;
    if (held === null || span.from > held.to) {
      if (held !== null) yield held;
      held = span;
    } else if (span.to > held.to) {
      held = { from: held.from, to: span.to };
    }
  }
  if (held !== null) yield held;
}

/** What both cover. Each comes in order and apart, and so does the result. Reads no further than it must. */
export function* intersect(these: Iterator<Span>, those: Iterator<Span>): Generator<Span> {
  let a = these.next();
  let b = those.next();
  while (!a.done && !b.done) {
    const span = { from: Math.max(a.value.from, b.value.from), to: Math.min(a.value.to, b.value.to) };
    if (isSome(span)) yield span;
    if (a.value.to <= b.value.to) a = these.next();
    else b = those.next();
  }
}

const isSome = ({ from, to }: Span) => from < to;
