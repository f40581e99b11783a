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
import { FaultLog } from '../../settings/pace/fault-log.ts';
import { Loop } from '../../settings/pace/loop.ts';
import { readSecret } from '../../settings/read-secret.ts';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { AttachedDesks } from './attached-desks.ts';
import { checkReason } from './check-reason.ts';
import { bySupervisor } from './command-sender.ts';
import { FinesseVoiceChannels } from './finesse-voice-channels.ts';
import type { KeptVoice } from './kept-voice.ts';
import { notificationAddresses } from './notification-addresses.ts';
import { OwnCredentials } from './own-credentials.ts';
import { readAuthority } from './read-authority.ts';

/** Between two reads of everybody that fail, at most, ms. */
const longestPollMs = 60_000;

export interface FinesseOptions {
  readonly config: FinesseConfig;
  /** What was done to phones. */
  readonly kept: KeptVoice;
  readonly log: Logger;
  /** Nothing is asked of Finesse before that: one server has one session. */
  readonly after?: Promise<unknown> | undefined;
  /** Resolves the nodes' names, where the machine's own resolver must not. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * The phones of a Finesse, by configuration. Whatever is wrong at Cisco's side is told in the log, once, in a sentence
 * that names the screen or command to use; the server runs meanwhile.
 * @throws StartupError when the configuration itself has to be put right
 */
export function openFinesse({ config, kept, log, after, lookup }: FinesseOptions): FinesseVoiceChannels {
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

  const faults = new FaultLog({
    log,
    known: error => (error instanceof FinesseError ? error.message : undefined),
    unknown: 'Finesse could not be followed.',
  });
  let isLive = false;
  const onFault = (error: unknown) => faults.fault(error);
  const connector = startup(() =>
    createConnector({
      ...{ origins, http, network },
      account: new Account({ kind: 'password', userId: account.userId, password }),
      resource: notifications.resource,
      newRequestId: randomUUID,
      ...(teams ? { teams } : {}),
      services: host => notificationAddresses(config, host),
      isAgent: userId => voiceChannels.isAgent(userId),
      onUser: user => voiceChannels.seen(user),
      onUpdate: update => ledger.take(update),
      onState: state => {
        isLive = state.name === 'live';
        polls.due(null);
        if (state.name === 'lost' || state.name === 'stopped') voiceChannels.lost();
        if (state.name !== 'live') return;
        // Everybody was read just now.
        polls.rest(pollMs);
        if (connector.unsupervised.length > 0) polls.due(0);
        faults.well();
        log.info(`Finesse is followed by ${state.service}.`);
        if (config.taskRouting || config.media) connector.rest.needMedia().catch(onFault);
        if (reason) checkReason(connector, reason).catch(onFault);
        for (const userId of connector.teams.length > 0 ? voiceChannels.unknownAgents() : [])
          log.warn(
            `No team of Finesse that ${account.userId} supervises has the user ${userId}: set finesse.agents.NAME.finesseUserId, or add the team to the supervisor in Finesse's administration.`,
          );
      },
      onFault,
    }),
  );
  const polls = new Loop({
    turn: async () => {
      await connector.poll();
      // Of some teams nothing is heard: they are read again and again.
      return isLive && connector.unsupervised.length > 0 ? 0 : null;
    },
    apartMs: pollMs,
    backoff: { firstMs: 2 * pollMs, longestMs: longestPollMs },
    onFault,
  });
  const desks = new AttachedDesks({
    reason,
    timeoutMs: gadgetMs,
    voiceChannelOf: agentId => voiceChannels.voiceChannelOf(agentId),
    onCame: userId => voiceChannels.gadget(userId, true),
    onWent: userId => voiceChannels.gadget(userId, false),
  });
  const voiceChannels: FinesseVoiceChannels = new FinesseVoiceChannels({
    connection: {
      desks,
      senders: {
        supervisor: bySupervisor(connector.rest),
        gadget: desks.send,
        ...(own ? { 'own-credential': own.send } : {}),
      },
      viewOf: user => viewOfVoice(user, chosenReasonId(user, reason)),
      poll: () => polls.wake(),
      start: () => void Promise.resolve(after).then(() => connector.start()),
      stop: async () => {
        const stopped = polls.stop();
        await connector.stop();
        http.close();
        await stopped;
      },
    },
    policy: { ...defaultBlendingPolicy, ways, pollMs, requestTimeoutMs: confirmMs, gadgetTimeoutMs: gadgetMs },
    kept,
    userIdOf: username => ids.get(username.toLowerCase()) ?? username,
    log,
  });
  return voiceChannels;
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
    if (error instanceof FinesseError) throw new StartupError(ciscoSentences.at('finesse.nodes', error.message));
    throw error;
  }
}
