import type { LookupFunction } from 'node:net';
import { Account, CceRouter, createHttp, FinesseError, type NetworkOptions } from '@eyeline/finesse';
import type { FinesseConfig } from '../../settings/cisco/finesse-config.ts';
import { readSecret } from '../../settings/read-secret.ts';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import { StartupError } from '../../settings/startup-error.ts';
import type { AttachedDesks } from '../voice/attached-desks.ts';
import { readAuthority } from '../voice/read-authority.ts';
import { OutsideAgents } from './outside-agents.ts';
import { OwnDesks } from './own-desks.ts';
import type { TaskRouting } from './task-routing.ts';

interface TaskRoutingOptions {
  readonly config: FinesseConfig;
  /** The desks in Cisco's desktop, now. */
  readonly attached: () => AttachedDesks | undefined;
  /** Resolves the platform's name, where the machine's own resolver must not. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * CCE's Task Routing, by configuration; undefined where there is none.
 * @throws StartupError when the configuration itself has to be put right
 */
export function openTaskRouting({ config, attached, lookup }: TaskRoutingOptions): TaskRouting | undefined {
  const { taskRouting } = config;
  if (!taskRouting) return undefined;
  const network = networkOf(config, lookup);
  const http = createHttp(network);
  const { origin, feed, variable, account, pollMs, connect, absentMs } = taskRouting;
  const shown = account && {
    account: new Account({
      kind: 'password',
      userId: account.userId,
      password: readSecret(account.password, 'finesse.taskRouting.account.password'),
    }),
  };
  try {
    const router = new CceRouter({ origin, feed, variable, http, network, ...shown });
    const desks = new OwnDesks({ origins: config.nodes, attached, passwords: passwordsOf(config), http, network });
    const agents = new OutsideAgents(config);
    return { router, agents, desks, variable, pollMs, connect, absentMs, close: () => http.close() };
  } catch (error) {
    if (error instanceof FinesseError)
      throw new StartupError(ciscoSentences.at('finesse.taskRouting.origin', error.message));
    throw error;
  }
}

/** How Cisco's servers are reached and known. */
export function networkOf({ authorities }: FinesseConfig, lookup: LookupFunction | undefined): NetworkOptions {
  const texts = authorities.map((file, index) => readAuthority(file, `finesse.authorities.${index}`));
  return { authorities: texts, ...(lookup ? { lookup } : {}) };
}

/** The agents' own, by Finesse's user id in lower case. */
export function passwordsOf({ agents }: FinesseConfig): ReadonlyMap<string, string> {
  const passwords = new Map<string, string>();
  for (const [username, { finesseUserId, password }] of Object.entries(agents))
    if (password)
      passwords.set(
        (finesseUserId ?? username).toLowerCase(),
        readSecret(password, `finesse.agents.${username}.password`),
      );
  return passwords;
}
