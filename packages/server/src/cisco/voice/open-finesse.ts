import { randomUUID } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import {
  Account,
  ChangeLedger,
  chooseReason,
  createConnector,
  createHttp,
  defaultBlendingPolicy,
  FinesseError,
  type FinesseUser,
  type NetworkOptions,
  viewOfVoice,
} from '@eyeline/finesse';
import type { Logger } from 'pino';
import type { FinesseConfig } from '../../settings/cisco/finesse-config.ts';
import { readSecret } from '../../settings/read-secret.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { AttachedDesks } from './attached-desks.ts';
import { checkReason } from './check-reason.ts';
import { FinesseTelephones } from './finesse-telephones.ts';
import type { KeptVoice } from './kept-voice.ts';
import { notificationAddresses } from './notification-addresses.ts';
import { OwnCredentials } from './own-credentials.ts';
import { PacedPoll } from './paced-poll.ts';
import { readAuthority } from './read-authority.ts';
import { bySupervisor } from './wish-sender.ts';

export interface FinesseOptions {
  readonly config: FinesseConfig;
  /** What was done to telephones. */
  readonly kept: KeptVoice;
  readonly log: Logger;
  /** Nothing is asked of Finesse before that: one server has one session. */
  readonly after?: Promise<unknown> | undefined;
  /** Resolves the nodes' names, where the machine's own resolver must not. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * The telephones of a Finesse, by configuration. Whatever is wrong at Cisco's side is told in the log, once, in a sentence
 * that names the screen or command to use; the server runs meanwhile.
 * @throws StartupError when the configuration itself has to be put right
 */
export function openFinesse({ config, kept, log, after, lookup }: FinesseOptions): FinesseTelephones {
  const { nodes: origins, account, teams, notifications, reason, agents, pollMs, confirmMs, gadgetMs } = config;
  const ways = config.ways ?? (reason ? (['gadget', 'supervisor'] as const) : (['supervisor'] as const));
  const authorities = config.authorities.map((file, index) => readAuthority(file, `finesse.authorities.${index}`));
  const network: NetworkOptions = { authorities, ...(lookup ? { lookup } : {}) };
  const password = readSecret(account.password, 'finesse.account.password');
  const http = createHttp(network);
  const ledger = new ChangeLedger();
  const passwords = new Map<string, string>();
  for (const [username, agent] of Object.entries(agents)) {
    if (!agent.password || !ways.includes('own-credential')) continue;
    const userId = agent.finesseUserId ?? username;
    passwords.set(userId.toLowerCase(), readSecret(agent.password, `finesse.agents.${username}.password`));
  }
  const own = reason
    ? new OwnCredentials({ origins, passwords, reason, http, network, ledger, newRequestId: randomUUID })
    : undefined;
  const ids = new Map(
    Object.entries(agents).map(([username, { finesseUserId }]) => [username.toLowerCase(), finesseUserId ?? username]),
  );

  let lastSaid = '';
  const say = (fault: FinesseError) => {
    if (fault.message !== lastSaid) log.error(fault.message);
    lastSaid = fault.message;
  };
  const sayAny = (error: unknown) => {
    if (error instanceof FinesseError) say(error);
  };
  const connector = startup(() =>
    createConnector({
      ...{ origins, http, network },
      account: new Account({ kind: 'password', userId: account.userId, password }),
      resource: notifications.resource,
      newRequestId: randomUUID,
      ...(teams ? { teams } : {}),
      services: host => notificationAddresses(config, host),
      isAgent: userId => telephones.isAgent(userId),
      onUser: user => telephones.seen(user),
      onUpdate: update => ledger.take(update),
      onState: state => {
        polls.stop();
        if (state.name === 'lost' || state.name === 'stopped') telephones.lost();
        if (state.name !== 'live') return;
        polls.settle(connector.unheard.length > 0);
        lastSaid = '';
        log.info(`Finesse is followed by ${state.service}.`);
        if (config.taskRouting || config.media) connector.rest.needMedia().catch(sayAny);
        if (reason) checkReason(connector, reason).catch(sayAny);
        for (const userId of connector.teams.length > 0 ? telephones.strangers() : [])
          log.warn(
            `No team of Finesse that ${account.userId} supervises has the user ${userId}: set finesse.agents.NAME.finesseUserId, or add the team to the supervisor in Finesse's administration.`,
          );
      },
      onFault: say,
    }),
  );
  const polls = new PacedPoll({ poll: () => connector.poll(), everyMs: pollMs, onFault: sayAny });
  const desks = new AttachedDesks({
    reason,
    patienceMs: gadgetMs,
    telephoneOf: agentId => telephones.telephoneOf(agentId),
    onCame: userId => telephones.gadget(userId, true),
    onWent: userId => telephones.gadget(userId, false),
  });
  const telephones: FinesseTelephones = new FinesseTelephones({
    line: {
      desks,
      senders: {
        supervisor: bySupervisor(connector.rest),
        gadget: desks.send,
        ...(own ? { 'own-credential': own.send } : {}),
      },
      viewOf: user => viewOfVoice(user, chosenReasonId(user, reason)),
      poll: () => polls.ask(),
      start: () => void Promise.resolve(after).then(() => connector.start()),
      stop: async () => {
        polls.stop();
        await connector.stop();
        http.close();
      },
    },
    policy: { ...defaultBlendingPolicy, ways, pollMs, requestPatienceMs: confirmMs, gadgetPatienceMs: gadgetMs },
    kept,
    userIdOf: username => ids.get(username.toLowerCase()) ?? username,
    log,
  });
  return telephones;
}

/** The id of the reason at hand when it is the one that we give: what an agent shows is compared, nothing looked up. */
function chosenReasonId(user: FinesseUser, name: FinesseConfig['reason']): string | undefined {
  if (!name || !user.reason) return undefined;
  try {
    return chooseReason([user.reason], name, '').id;
  } catch {
    return undefined;
  }
}

/** What the connector finds wrong in the configuration stops the start. */
function startup<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FinesseError) throw new StartupError(`finesse.nodes: ${error.message}`);
    throw error;
  }
}
