import {
  Account,
  type ChangeLedger,
  chooseReason,
  FinesseCluster,
  FinesseError,
  FinesseRest,
  type Http,
  type NetworkOptions,
  type ReasonName,
} from '@eyeline/finesse';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import type { CommandSender } from './command-sender.ts';

export interface OwnCredentialsOptions {
  readonly origins: readonly string[];
  /** By Finesse's user id, in lower case. */
  readonly passwords: ReadonlyMap<string, string>;
  readonly reason: ReasonName;
  readonly http: Http;
  readonly network: NetworkOptions;
  readonly ledger: ChangeLedger;
  readonly newRequestId: () => string;
}

/** The agents' own identities, which alone may give a reason. Nothing but their voice state is asked by them. */
export class OwnCredentials {
  readonly #options: OwnCredentialsOptions;
  readonly #rests = new Map<string, FinesseRest>();
  // Ids of reasons differ from cluster to cluster: they are looked up here, never written down.
  #reasonCodeId: string | undefined;

  constructor(options: OwnCredentialsOptions) {
    this.#options = options;
  }

  readonly send: CommandSender = async (userId, { command }) => {
    const rest = this.#restOf(userId);
    if (command === 'ready') {
      await rest.changeVoice(userId, 'ready');
      return;
    }
    this.#reasonCodeId ??= await this.#findReason(rest, userId);
    await rest.changeVoice(userId, 'not-ready', { reasonCodeId: this.#reasonCodeId });
  };

  async #findReason(rest: FinesseRest, userId: string): Promise<string> {
    const { origins, reason } = this.#options;
    const reasons = await rest.userReasonCodes(userId, 'not-ready');
    return chooseReason(reasons, reason, new URL(origins[0] ?? '').host).id;
  }

  #restOf(userId: string): FinesseRest {
    const known = this.#rests.get(userId);
    if (known) return known;
    const { origins, passwords, http, network, ledger, newRequestId } = this.#options;
    const password = passwords.get(userId.toLowerCase());
    if (password === undefined) throw new FinesseError('credential-refused', ciscoSentences.noPassword(userId));
    const account = new Account({ kind: 'password', userId, password });
    const cluster = new FinesseCluster({ origins, account, http, network });
    const rest = new FinesseRest({ cluster, ledger, newRequestId });
    this.#rests.set(userId, rest);
    return rest;
  }
}
