import type { Update } from './codec/update.ts';
import type { FinesseUser } from './codec/user.ts';
import { FinesseError } from './finesse-error.ts';
import { type NotificationTransport, notificationServices } from './notifications/endpoints.ts';
import { type FeedState, NotificationFeed } from './notifications/feed.ts';
import { teamNode } from './notifications/node-name.ts';
import { checkServiceAccount } from './notifications/service-account.ts';
import { openSession } from './notifications/session.ts';
import type { Account } from './rest/account.ts';
import { ChangeLedger } from './rest/change-ledger.ts';
import { FinesseCluster } from './rest/cluster.ts';
import { FinesseRest } from './rest/finesse-rest.ts';
import type { Http } from './rest/http.ts';
import type { NetworkOptions } from './rest/network.ts';
import { advice } from './sentences/advice.ts';

export interface ConnectorOptions {
  /** Both nodes, the preferred first. */
  readonly origins: readonly string[];
  /** A supervisor of every team that takes video, and nobody's desktop account. */
  readonly account: Account;
  readonly http: Http;
  readonly network?: NetworkOptions;
  /** This server's own XMPP resource. */
  readonly resource: string;
  readonly newRequestId: () => string;
  /** Team ids; without them every team that the account supervises. */
  readonly teams?: readonly string[];
  readonly transports?: readonly NotificationTransport[];
  readonly ports?: { readonly websocket?: number; readonly tcp?: number };
  /** Exact addresses of the notifications, where they are neither of the usual ones. */
  readonly services?: (host: string) => readonly string[];
  readonly mayBeSignedIn?: boolean;
  /** Whether work is ever offered to this user id. */
  readonly isAgent: (userId: string) => boolean;
  /** An agent as notified, or as read after a connection. */
  readonly onUser: (user: FinesseUser) => void;
  readonly onUpdate?: (update: Update) => void;
  readonly onState?: (state: FeedState) => void;
  /** What an administrator can put right. */
  readonly onFault?: (fault: FinesseError) => void;
}

/** A Finesse as a whole: both nodes, their notifications, and changes that are confirmed by them. */
export interface Connector {
  readonly rest: FinesseRest;
  readonly cluster: FinesseCluster;
  /** The ids of the teams that are followed; none before the first connection. */
  readonly teams: readonly string[];
  /** Those of them whose notifications are refused: whoever wants to know polls. */
  readonly unsupervised: readonly string[];
  start(): void;
  /** Reads the agents of every team once more; they come by `onUser`. The caller keeps the distance between two. */
  poll(): Promise<void>;
  stop(): Promise<void>;
}

export function createConnector(options: ConnectorOptions): Connector {
  const { origins, account, http, network = {}, resource, newRequestId, onUser, onFault = () => undefined } = options;
  const cluster = new FinesseCluster({ origins, account, http, network });
  const ledger = new ChangeLedger();
  const rest = new FinesseRest({ cluster, ledger, newRequestId });
  let teams: readonly string[] = [];
  /** Not the account's, by what it says of itself: tried all the same, and told once. */
  let unknown: readonly string[] = [];
  let unsupervised: readonly string[] = [];

  async function findTeams(): Promise<readonly string[]> {
    const self = await rest.user(account.userId);
    checkServiceAccount(self, options.isAgent, options.mayBeSignedIn);
    teams = options.teams ?? self.supervisedTeams.map(({ id }) => id);
    const { info } = await cluster.node();
    unknown = teams.filter(id => !self.supervisedTeams.some(team => team.id === id));
    for (const id of unknown)
      onFault(new FinesseError('not-supervisor', advice.supervisorWithoutTeam(account.userId, id, info.deployment)));
    if (teams.length === 0) {
      onFault(new FinesseError('not-supervisor', advice.notSupervisor(account.userId, info.deployment)));
    }
    return teams;
  }

  async function poll(): Promise<void> {
    for (const id of teams) {
      try {
        const team = await rest.team(id, { withSignedOut: true });
        for (const user of team.users) onUser(user);
      } catch (error) {
        // One team that may not be read does not hide the others.
        const isTeams =
          error instanceof FinesseError && ['not-allowed', 'not-supervisor', 'not-found'].includes(error.code);
        if (!isTeams) throw error;
        if (!unknown.includes(id)) onFault(error);
      }
    }
  }

  const feed = new NotificationFeed({
    locate: async () => {
      const { origin, info } = await cluster.choose();
      const host = new URL(origin).hostname;
      return {
        services: options.services?.(host) ?? notificationServices(host, options.transports, options.ports),
        domain: info.xmppDomain,
        pubsubDomain: info.pubsubDomain,
      };
    },
    // Before a session is opened it must be known whose it would be.
    nodes: async () => teams.map(teamNode),
    open: async handlers => {
      unsupervised = [];
      await findTeams();
      const { info } = await cluster.node();
      return openSession({ ...handlers, account, resource, network, deployment: info.deployment });
    },
    resync: poll,
    onUpdate: update => {
      ledger.take(update);
      options.onUpdate?.(update);
      const { content } = update;
      if (content.type === 'users') for (const user of content.users) onUser(user);
      if (content.type === 'system' && content.system.state === 'out-of-service') {
        cluster.leave();
        feed.renew();
      }
    },
    onRefused: (node, fault) => {
      const team = teams.find(id => teamNode(id) === node);
      if (team === undefined) onFault(fault);
      else if (!unknown.includes(team)) {
        unsupervised = [...unsupervised, team];
        onFault(new FinesseError('not-supervisor', advice.unsupervisedTeam(account.userId, team), { cause: fault }));
      }
    },
    onState: state => {
      options.onState?.(state);
      if ((state.name === 'lost' || state.name === 'stopped') && state.fault) onFault(state.fault);
    },
  });

  return {
    ...{ rest, cluster, poll },
    get teams() {
      return teams;
    },
    get unsupervised() {
      return unsupervised;
    },
    start: () => feed.start(),
    stop: () => feed.stop(),
  };
}
