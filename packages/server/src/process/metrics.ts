import { AgentState, type FailureCode } from '@eyeline/protocol';
import { agentStatuses } from '@eyeline/routing';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { SocketCounts } from '../gateway/socket-counts.ts';
import type { Sockets } from '../gateway/sockets.ts';
import type { OnPeople } from '../people/people-log.ts';
import type { WebhookState } from '../store/webhooks/webhook-store.ts';
import type { ContactCentre } from './contact-centre.ts';

function waitingIn({ work }: ContactCentre): number {
  let waiting = 0;
  for (const lane of work.state.lanes.values()) waiting += lane.waiting.size;
  return waiting;
}

/** What an operator wants to see on a graph, in Prometheus' text format. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #commands: Counter<'name' | 'outcome'>;
  readonly #signIns: Counter<'outcome'>;
  readonly #accountChanges: Counter<'change'>;
  readonly #webhooks: Counter<'webhook' | 'outcome'>;
  readonly #commits: Histogram;
  readonly #records: Counter;
  /** Counts what happens to connections. */
  readonly sockets: SocketCounts;

  constructor() {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#commands = new Counter({
      name: 'eyeline_commands_total',
      help: 'Commands by name and outcome: ok, or the code of the failure',
      labelNames: ['name', 'outcome'],
      registers,
    });
    this.#signIns = new Counter({
      name: 'eyeline_sign_ins_total',
      help: 'Sign-ins by outcome: ok, or the code of the refusal',
      labelNames: ['outcome'],
      registers,
    });
    this.#accountChanges = new Counter({
      name: 'eyeline_account_changes_total',
      help: 'Changes of accounts: added, disabled, enabled and so on',
      labelNames: ['change'],
      registers,
    });
    this.#webhooks = new Counter({
      name: 'eyeline_webhook_attempts_total',
      help: 'What was sent to the receivers of webhooks, by outcome: delivered or failed',
      labelNames: ['webhook', 'outcome'],
      registers,
    });
    this.#commits = new Histogram({
      name: 'eyeline_commit_seconds',
      help: 'How long a commit to the store takes',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    });
    const refused = new Counter({
      name: 'eyeline_connections_refused_total',
      help: 'Connections that were refused before they became a page',
      labelNames: ['because'],
      registers,
    });
    const closed = new Counter({
      name: 'eyeline_sockets_closed_total',
      help: 'Sockets that were closed: left by the page, silent, or cut off because of a limit',
      labelNames: ['because'],
      registers,
    });
    this.sockets = { refused: because => refused.inc({ because }), closed: because => closed.inc({ because }) };
    this.#records = new Counter({ name: 'eyeline_records_total', help: 'Records committed to the store', registers });
  }

  readonly onCommand = (name: string, outcome: 'ok' | FailureCode): void => this.#commands.inc({ name, outcome });

  readonly onPeople: OnPeople = (event, outcome) => {
    if (event === 'sign-in') this.#signIns.inc({ outcome });
    else this.#accountChanges.inc({ change: outcome });
  };

  readonly onCommit = (seconds: number, records: number): void => {
    this.#commits.observe(seconds);
    this.#records.inc(records);
  };

  readonly onWebhook = (webhook: string, isDelivered: boolean): void =>
    this.#webhooks.inc({ webhook, outcome: isDelivered ? 'delivered' : 'failed' });

  #gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `eyeline_${name}`,
      help,
      registers: [this.#registry],
      collect() {
        this.set(read());
      },
    });
  }

  observeSockets(sockets: Sockets): void {
    this.#gauge('sockets_open', 'Sockets, also those that are no page yet', () => sockets.count);
    this.#gauge('waiting_bytes', 'Bytes that pages have not taken yet', () => sockets.waitingBytes);
  }

  /** Looks at this contact centre whenever it is asked. */
  observe(centre: ContactCentre): void {
    const gauge = this.#gauge.bind(this);
    gauge('sockets', 'Connected pages', () => centre.people.callers.size);
    gauge('interactions_open', 'Interactions that are not closed', () => centre.interaction.logs.openCount);
    gauge('queue_length', 'Customers who wait for an agent', () => waitingIn(centre));
    gauge('store_up', 'Does the store take what it is given', () => (centre.journal.isHealthy ? 1 : 0));
    gauge('store_backlog', 'Changes that are not stored yet', () => centre.journal.backlog);
    gauge('sign_ins_waiting', 'Passwords that wait to be checked', () => centre.people.signIns.hashing.waiting);
    const count = (name: string, help: string, read: () => number) =>
      new Counter({
        name: `eyeline_${name}_total`,
        help,
        registers: [this.#registry],
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    count('refused_changes', 'Changes that the store refused', () => centre.setAside.count('refused'));
    count('unreadable_records', 'Stored records that could not be read', () => centre.setAside.count('unreadable'));
    count('housekeeping_failures', 'Housekeeping that failed', () => centre.housekeeping.failures);
    count('undecided', 'How often what was due could not be decided', () => centre.work.undecided.count);
    gauge('sfu_rooms', 'Rooms on the SFU', () => centre.call.sfu.stats().rooms);
    const ofWebhooks = (name: string, help: string, read: (state: WebhookState) => number) =>
      new Gauge({
        name: `eyeline_webhook_${name}`,
        help,
        labelNames: ['webhook'],
        registers: [this.#registry],
        collect() {
          this.reset();
          for (const [webhook, state] of centre.webhooks.states) if (state) this.set({ webhook }, read(state));
        },
      });
    ofWebhooks('paused', 'Receivers to which nothing is sent any more', ({ paused }) => (paused === null ? 0 : 1));
    ofWebhooks('failures', 'Attempts that failed since the last that did not', ({ failures }) => failures);
    new Gauge({
      name: 'eyeline_agents',
      help: 'Signed-in agents by state',
      labelNames: ['state'],
      registers: [this.#registry],
      collect() {
        const agents = agentStatuses(centre.work.state);
        for (const state of AgentState.options.filter(one => one !== 'logged-out'))
          this.set({ state }, agents.filter(agent => agent.state === state).length);
      },
    });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
