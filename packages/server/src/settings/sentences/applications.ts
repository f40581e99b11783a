/** What administrators are told of the systems that ask over HTTP. */
export const applicationSentences = {
  unknown: (id: string) => `There is no application "${id}". List them to see which there are.`,
  unknownSecret: (id: string) => `There is no secret "${id}" of this application. List them to see which there are.`,
  twoSecrets: 'It has two secrets already. Remove one of them, then make another.',
  name: 'a name of 1 to 80 characters',
  scopes: (scopes: readonly string[]) => `one or more scopes: ${scopes.join(', ')}`,
  entryPoints: 'ids of entry points, or null for all of them',
  days: 'a number of days, from 1 to 3650',
  neededScope: (scopes: readonly string[]) =>
    `This application may not ask for this. An administrator gives it the scope ${scopes.join(' or ')}.`,
  peopleOnly: 'Only people may ask for this: send the token of /api/v1/sign-in.',
  foreignEntryPoint:
    'This application may not use this entry point. An administrator names it among those of the application.',

  nameMissing: 'Give the application a name by which you know it again: add NAME.',
  idMissing: 'Which one? Give its id. "list" shows them.',
  secretMissing: 'Which secret? Give the ids of the application and of the secret. "list" shows them.',
  made: (id: string, secret: string) =>
    `application ${id}\n${secret}\nIt is shown only now: only a hash of it is kept.`,
  secretMade: (secret: string) => `${secret}\nIt is shown only now: only a hash of it is kept.`,
  none: 'There is none.',
  line: (id: string, name: string, scopes: readonly string[], entryPoints: readonly string[] | null) =>
    `${id}\t${name}\t${scopes.join(',')}\t${entryPoints ? `at ${entryPoints.join(',')}` : 'at all entry points'}`,
  secretLine: (id: string, since: string, until: string | null, used: string | null) =>
    `  secret ${id}\tsince ${since}\t${until ? `until ${until}` : 'does not expire'}\t${used ? `last used ${used}` : 'never used'}`,
  done: 'Done.',
};
