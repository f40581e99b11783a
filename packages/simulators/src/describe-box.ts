import type { Box } from './box.ts';

/** What somebody who has just started a box needs to know, in a few lines. */
export function describeBox(
  { addresses, scenario }: Box,
  {
    authorityFile,
    unknownNames,
  }: { readonly authorityFile: string | undefined; readonly unknownNames: readonly string[] },
): string {
  const row = (name: string, text: string) => `  ${name.padEnd(14)} ${text}`;
  const who = (kind: string, users: Box['scenario']['users']) =>
    users.map(user =>
      row(
        kind,
        `${user.id} / ${user.password}${user.extension ? ` at ${user.extension}` : ''}${user.token ? ` (token ${user.token})` : ''}`,
      ),
    );
  const people = scenario.users.filter(user => !user.script);
  const agents = people.filter(user => !user.administrator && !user.roles.includes('Supervisor'));
  const scripted = scenario.users.length - people.length;
  return [
    `A contact centre in a box: ${scenario.deployment}, ${scenario.users.length} users, ${scenario.calls.perMinute} calls a minute`,
    row('Page', addresses.page),
    row('Desktop A', `${addresses.finesse[0]}/desktop/`),
    row('Desktop B', `${addresses.finesse[1]}/desktop/`),
    row('Finesse A', `${addresses.finesse[0]}/finesse/api/SystemInfo`),
    row('Finesse B', `${addresses.finesse[1]}/finesse/api/SystemInfo`),
    row('Notifications', addresses.notifications.join('  ')),
    ...(addresses.uccx === undefined ? [] : [row('UCCX', `${addresses.uccx}/adminapi/resource`)]),
    ...(addresses.ccp === undefined
      ? []
      : scenario.feeds.map(({ id }) => row('Task feed', `${addresses.ccp}/ccp/task/feed/${id}`))),
    row('Authority', authorityFile ?? `${addresses.page}/box/ca.pem`),
    ...who(
      'Administrator',
      people.filter(user => user.administrator),
    ),
    ...who(
      'Supervisor',
      people.filter(user => user.roles.includes('Supervisor') && !user.administrator),
    ),
    ...who('Agent', agents),
    ...(scripted > 0 ? [row('By script', `${scripted} more agents answer calls`)] : []),
    ...(unknownNames.length > 0
      ? [
          `${unknownNames.every(name => name.endsWith('.localhost')) ? 'Browsers and curl find names under .localhost by themselves; for other programs' : 'This machine does not know the names yet;'} add to this machine’s hosts file:\n  127.0.0.1 ${unknownNames.join(' ')}`,
        ]
      : []),
  ].join('\n');
}
