/** A list of pairs, ours and Cisco's, that can be read both ways. */
export interface WordTable<Own extends string, Theirs extends string> {
  /** Every word of ours. */
  readonly own: readonly Own[];
  /** What Cisco calls it. */
  toTheirs(own: Own): Theirs;
  /** What we call it. Cisco's case varies; a word we do not know, or none, gives the fallback. */
  fromTheirs(theirs: string | undefined, fallback: Own): Own;
  fromTheirs(theirs: string | undefined): Own | undefined;
}

/** Makes a table from ours to theirs. Each side may appear once. */
export function wordTable<const Own extends string, const Theirs extends string>(
  pairs: Readonly<Record<Own, Theirs>>,
): WordTable<Own, Theirs> {
  // Object.keys loses the type of the keys.
  const own = Object.keys(pairs) as Own[];
  const back = new Map(own.map(word => [pairs[word].toUpperCase(), word]));
  if (back.size !== own.length) throw new Error('A word of Cisco has two of ours.');
  function fromTheirs(theirs: string | undefined, fallback: Own): Own;
  function fromTheirs(theirs: string | undefined): Own | undefined;
  function fromTheirs(theirs: string | undefined, fallback?: Own): Own | undefined {
    return back.get(theirs?.trim().toUpperCase() ?? '') ?? fallback;
  }
  return { own, toTheirs: word => pairs[word], fromTheirs };
}
