const escapes: readonly (readonly [string, string])[] = [
  ['?40', '@'],
  ['?26', '&'],
  ['?27', "'"],
  ['?3F', '?'],
];

/** Undoes the escapes that Finesse's clients put into user ids and names of pubsub nodes. */
export function unescapeName(name: string): string {
  return escapes.reduce((text, [written, character]) => text.replaceAll(written, character), name);
}
