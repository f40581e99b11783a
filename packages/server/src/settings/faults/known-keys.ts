const part = (of: unknown, key: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined;

/** The schemas that a value may have to fit: a valibot schema without what is around it, or each of a union. */
function shapesOf(schema: unknown): readonly unknown[] {
  const wrapped = part(schema, 'wrapped');
  if (wrapped !== undefined) return shapesOf(wrapped);
  const options = part(schema, 'options');
  return Array.isArray(options) ? options.flatMap(shapesOf) : [schema];
}

/** The keys that an object at this place of a valibot schema may have. O(their number). */
export function knownKeys(schema: unknown, path: readonly string[]): readonly string[] {
  const [key, ...rest] = path;
  return shapesOf(schema).flatMap(shape => {
    const entries = part(shape, 'entries');
    if (key === undefined) return Object.keys(entries ?? {});
    const below = entries === undefined ? (part(shape, 'item') ?? part(shape, 'value')) : part(entries, key);
    return below === undefined ? [] : knownKeys(below, rest);
  });
}

/** The one that was probably meant: other letters' case, or at most two letters more, less or different. */
export function nearestKey(given: string, known: readonly string[]): string | undefined {
  const nearest = known
    .map(key => ({ key, distance: distanceOf(given.toLowerCase(), key.toLowerCase()) }))
    .toSorted((one, other) => one.distance - other.distance)[0];
  return nearest && nearest.distance <= Math.min(2, given.length / 3) ? nearest.key : undefined;
}

/** Letters to add, leave out or change (Levenshtein). O(length of both multiplied). */
function distanceOf(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return Number.POSITIVE_INFINITY;
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (let column = 0; column < other.length; column++) {
      const changed = (before[column] ?? 0) + (letter === other[column] ? 0 : 1);
      now.push(Math.min(changed, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
