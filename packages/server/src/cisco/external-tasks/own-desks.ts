import { Account, FinesseCluster, type Http, type NetworkOptions, OwnDesk } from '@eyeline/finesse';
import type { AgentId } from '@eyeline/protocol';
import { type AgentsDesk, eitherDesk } from '../voice/agents-desk.ts';
import type { AttachedDesks } from '../voice/attached-desks.ts';

interface OwnDesksOptions {
  /** The desks in Cisco's desktop, now. */
  readonly attached: () => AttachedDesks | undefined;
  /** Of the nodes. */
  readonly origins: readonly string[];
  /** By Finesse's user id, in lower case. */
  readonly passwords: ReadonlyMap<string, string>;
  readonly http: Http;
  readonly network: NetworkOptions;
}

/** The agents' own desks at Finesse: by the gadget that is there, then by the password that is configured. */
export class OwnDesks {
  readonly #options: OwnDesksOptions;
  readonly #byPassword = new Map<string, OwnDesk>();

  constructor(options: OwnDesksOptions) {
    this.#options = options;
  }

  /** Undefined where nobody may speak for the agent. */
  of(agentId: AgentId, userId: string): AgentsDesk | undefined {
    const gadget = this.#options.attached()?.of(agentId, userId);
    const own = this.#ownOf(userId);
    return gadget && own ? eitherDesk(gadget, own) : (gadget ?? own);
  }

  #ownOf(userId: string): OwnDesk | undefined {
    const id = userId.toLowerCase();
    const known = this.#byPassword.get(id);
    if (known) return known;
    const { origins, passwords, http, network } = this.#options;
    const password = passwords.get(id);
    if (password === undefined) return undefined;
    const account = new Account({ kind: 'password', userId, password });
    const desk = new OwnDesk(new FinesseCluster({ origins, account, http, network }), userId);
    this.#byPassword.set(id, desk);
    return desk;
  }
}
