import type { LocalDirectory } from '@eyeline/finesse';
import type { Config } from '../../settings/config.ts';
import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { AccountProfile, UnreadableAccount } from '../../store/store.ts';

/** What there is in Eyeline, Cisco's and its own. An agent of the file who is a user of Finesse has that id taken too. */
export function localDirectory(
  file: Config,
  kept: KeptDirectory,
  accounts: Iterable<AccountProfile>,
  unreadable: readonly UnreadableAccount[],
): LocalDirectory {
  const { skills, queues } = file.routing;
  const own = [...accounts].filter(({ ciscoId }) => ciscoId === null).map(({ username }) => username);
  const users = Object.entries(file.finesse?.agents ?? {}).map(
    ([username, { finesseUserId }]) => [username.toLowerCase(), finesseUserId ?? username] as const,
  );
  return {
    fromCisco: kept,
    own: {
      skills,
      teams: [],
      queues: Object.entries(queues).map(([queueId, { name }]) => name ?? queueId),
      unreadableAgents: unreadable.flatMap(({ username, ciscoId }) => [username, ciscoId ?? username]),
      agents: [...own, ...users.flatMap(([username, userId]) => (own.includes(username) ? [userId] : []))],
    },
  };
}
