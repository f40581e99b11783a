import {
  Account,
  CceRouter,
  ChangeLedger,
  createHttp,
  FinesseCluster,
  FinesseRest,
  type Http,
  type NetworkOptions,
  openSession,
  readUpdate,
  UccxAdmin,
  UccxAdminClient,
} from '@eyeline/finesse';
import { type Box, startBox } from '../box.ts';
import type { ScenarioInput } from '../scenario/scenario.ts';
import { smallScenario, until } from './small-scenario.ts';

/** Cisco's side, and clients for it. */
export class Stage {
  readonly box: Box;
  readonly #http: Http;
  readonly #network: NetworkOptions;
  readonly #ends: (() => Promise<void>)[] = [];
  #requests = 0;

  private constructor(box: Box) {
    this.box = box;
    this.#network = { authorities: [box.authority], lookup: box.lookup };
    this.#http = createHttp(this.#network);
  }

  static async open(scenario: Partial<ScenarioInput> = {}): Promise<Stage> {
    return new Stage(await startBox({ scenario: smallScenario(scenario) }));
  }

  async close(): Promise<void> {
    for (const end of this.#ends.splice(0).reverse()) await end();
    this.#http.close();
    await this.box.stop();
  }

  /** Finesse as somebody asks it. */
  as(userId: string, password = 'box', node?: 0 | 1): FinesseRest {
    return this.#rest(this.#account(userId, password), new ChangeLedger(), node);
  }

  /** The same, with the notifications that this user hears. */
  async listening(userId: string): Promise<FinesseRest> {
    const ledger = new ChangeLedger();
    const account = this.#account(userId);
    const [service = ''] = this.box.addresses.notifications;
    const domain = new URL(service).hostname;
    const session = await openSession({
      ...{ service, domain, account, resource: 'table', network: this.#network },
      pubsubDomain: `pubsub.${domain}`,
      onNotification: text => ledger.take(readUpdate(text)),
      onLost: () => {},
    });
    this.#ends.push(() => session.close());
    return this.#rest(account, ledger);
  }

  uccx(userId = 'eyeline', password = 'box'): { admin: UccxAdmin; client: UccxAdminClient } {
    const account = this.#account(userId, password);
    const origin = this.box.addresses.uccx ?? '';
    const client = new UccxAdminClient({ origin, account, http: this.#http, network: this.#network });
    return { client, admin: new UccxAdmin(client) };
  }

  tasks(feed: { id: string } | { name: string } = { id: '101212' }, password?: string): CceRouter {
    const account = password === undefined ? {} : { account: this.#account('eyeline', password) };
    const origin = this.box.addresses.ccp ?? '';
    return new CceRouter({ origin, feed, http: this.#http, network: this.#network, ...account });
  }

  /** Signed in, and ready. */
  async ready(userId = '1001'): Promise<void> {
    for (const state of ['LOGIN', 'READY'] as const) this.box.setState(userId, { state });
    await until(() => this.box.state().users.some(({ id, state }) => id === userId && state === 'READY'));
  }

  #account(userId: string, password = 'box'): Account {
    return new Account({ kind: 'password', userId, password });
  }

  #rest(account: Account, ledger: ChangeLedger, node?: 0 | 1): FinesseRest {
    const { finesse } = this.box.addresses;
    const origins = node === undefined ? finesse : [finesse[node]];
    const cluster = new FinesseCluster({ origins, account, http: this.#http, network: this.#network });
    const newRequestId = () => `r-${++this.#requests}`;
    return new FinesseRest({ cluster, ledger, newRequestId, confirmWithinMs: 1_500 });
  }
}
