const escapes: readonly (readonly [string, string])[] = [
  ['?', '?3F'],
  ['@', '?40'],
  ['&', '?26'],
  ["'", '?27'],
];

/** Writes a user or node name as Finesse's notification service wants it (as its own desktop does). */
export function escapeNodeName(name: string): string {
  return escapes.reduce((text, [character, written]) => text.replaceAll(character, written), name);
}

/** The node that tells of every agent of a team. Its supervisors may subscribe to it. */
export function teamNode(teamId: string): string {
  return `/finesse/api/Team/${escapeNodeName(teamId)}/Users`;
}
