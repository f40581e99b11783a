/** A list of pairs, ours and Cisco's, that can be read both ways. */
export interface WordTable<Ours extends string, Theirs extends string> {
  /** Every word of ours. */
  readonly ours: readonly Ours[];
  /** What Cisco calls it. */
  toTheirs(ours: Ours): Theirs;
  /** What we call it. Cisco's case varies; a word we do not know, or none, gives the fallback. */
  toOurs(theirs: string | undefined, fallback: Ours): Ours;
  toOurs(theirs: string | undefined): Ours | undefined;
}

/** Makes a table from ours to theirs. Each side may appear once. */
export function wordTable<const Ours extends string, const Theirs extends string>(
  pairs: Readonly<Record<Ours, Theirs>>,
): WordTable<Ours, Theirs> {
  // Object.keys loses the type of the keys.
  const ours = Object.keys(pairs) as Ours[];
  const back = new Map(ours.map(word => [pairs[word].toUpperCase(), word]));
  if (back.size !== ours.length) throw new Error('A word of Cisco has two of ours.');
  function toOurs(theirs: string | undefined, fallback: Ours): Ours;
  function toOurs(theirs: string | undefined): Ours | undefined;
  function toOurs(theirs: string | undefined, fallback?: Ours): Ours | undefined {
    return back.get(theirs?.trim().toUpperCase() ?? '') ?? fallback;
  }
  return { ours, toTheirs: word => pairs[word], toOurs };
}
