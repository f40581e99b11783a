import { Account, FinesseCluster, type Http, type NetworkOptions, OwnDesk } from '@eyeline/finesse';

interface OwnDesksOptions {
  /** Of the nodes. */
  readonly origins: readonly string[];
  /** By Finesse's user id, in lower case. */
  readonly passwords: ReadonlyMap<string, string>;
  readonly http: Http;
  readonly network: NetworkOptions;
}

/** The desks of the agents whose own identity is configured: what Finesse shows to nobody else. */
export class OwnDesks {
  readonly #options: OwnDesksOptions;
  readonly #desks = new Map<string, OwnDesk>();

  constructor(options: OwnDesksOptions) {
    this.#options = options;
  }

  /** Undefined for who has no password here. */
  of(userId: string): OwnDesk | undefined {
    const id = userId.toLowerCase();
    const known = this.#desks.get(id);
    if (known) return known;
    const { origins, passwords, http, network } = this.#options;
    const password = passwords.get(id);
    if (password === undefined) return undefined;
    const account = new Account({ kind: 'password', userId, password });
    const desk = new OwnDesk(new FinesseCluster({ origins, account, http, network }), userId);
    this.#desks.set(id, desk);
    return desk;
  }
}
