import type { AgentId } from '@eyeline/protocol';
import type { OnRoute, RoutingEffect } from '@eyeline/routing';
import type { Sfu } from '@eyeline/sfu';
import type { Logger } from 'pino';
import { Calls } from '../call/calls.ts';
import type { CiscoPort } from '../cisco/cisco-port.ts';
import type { CiscoDirectory } from '../cisco/directory/cisco-directory.ts';
import type { ShownDomains } from '../cisco/domains/shown-domain.ts';
import { noVoiceChannels, type VoicePort } from '../cisco/voice/voice-port.ts';
import type { GatewayRooms } from '../gateway/gateway.ts';
import { requireSecrets } from '../http/ece/ece-tokens.ts';
import type { HttpRooms } from '../http/http-rooms.ts';
import type { Attempt } from '../interaction/attempt.ts';
import type { Change } from '../interaction/change.ts';
import { Changes } from '../interaction/changes.ts';
import { CommandMemory, keptCommands } from '../interaction/command-memory.ts';
import type { InteractionPort } from '../interaction/interaction-port.ts';
import { Interactions } from '../interaction/interactions.ts';
import { Invitations } from '../interaction/invitations/invitations.ts';
import type { Journal } from '../interaction/journal.ts';
import { Publisher } from '../interaction/publisher.ts';
import { SetAside } from '../interaction/set-aside.ts';
import { Subscriptions } from '../interaction/subscriptions.ts';
import { WebhookBook } from '../interaction/webhooks/webhook-book.ts';
import { Webhooks } from '../interaction/webhooks/webhooks.ts';
import type { AccountBook, Author } from '../people/account-book.ts';
import { Applications } from '../people/applications/applications.ts';
import { Callers } from '../people/callers.ts';
import { accountBookOf } from '../people/change-accounts.ts';
import type { Identity } from '../people/identity.ts';
import { SignInGuard } from '../people/limits/sign-in-guard.ts';
import { People } from '../people/people.ts';
import type { PeopleLog } from '../people/people-log.ts';
import { SignIns } from '../people/sign-ins.ts';
import type { Tokens } from '../people/tokens.ts';
import { Visitors } from '../people/visitors/visitors.ts';
import { laterParts } from '../settings/cisco/later-parts.ts';
import type { Config } from '../settings/config.ts';
import { knownIceServers } from '../settings/ice/known-ice-server.ts';
import { FaultLog } from '../settings/pace/fault-log.ts';
import { Settings } from '../settings/settings.ts';
import { type FileStore, filesIn } from '../store/files/file-store.ts';
import type { AccountProfile, Store, UnreadableAccount } from '../store/store.ts';
import { AppliedConfiguration } from '../work/applied-configuration.ts';
import { openService } from '../work/bots/open-service.ts';
import { MailSink } from '../work/mails/mail-sink.ts';
import { mailSystem } from '../work/mails/waiting-letter.ts';
import { rebuildRouting } from '../work/rebuild-routing.ts';
import { Proofs } from '../work/request/proofs.ts';
import { tick } from '../work/tick.ts';
import { leaveVideo } from '../work/video.ts';
import { Work } from '../work/work.ts';
import { followClock } from './follow-clock.ts';
import { Housekeeping } from './housekeeping.ts';
import { SteadyClock } from './steady-clock.ts';

export interface ContactCentreParts {
  readonly config: Config;
  readonly store: Store;
  /** Where what people send each other is kept. Default: in the store. */
  readonly files?: FileStore;
  readonly sfu: Sfu;
  readonly tokens: Tokens;
  readonly log: Logger;
  readonly peopleLog: PeopleLog;
  /** Where letters lie that go nowhere. Default: they are only logged. */
  readonly mailFolder?: string | undefined;
  /** Whether the demo's accounts may sign in, whose password everybody knows. Default: no. */
  readonly isDemo?: boolean;
  /** The phone system. Default: there is none. */
  readonly voice?: VoicePort | undefined;
  /** What comes from Cisco. Default: nothing. */
  readonly directory?: CiscoDirectory | undefined;
  /** The agents' media routing domains of CCE. Default: nobody looks at them. */
  readonly domains?: ShownDomains | undefined;
  /** The integrator's own routing, asked last. */
  readonly onRoute?: OnRoute | undefined;
  /** Default: the machine's. */
  readonly clock?: SteadyClock | undefined;
  /** How long a commit took, in seconds, and how many records it had. */
  readonly onCommit?: (seconds: number, records: number) => void;
  /** Something was sent to the receiver of a webhook. */
  readonly onWebhook?: (subscriptionId: string, isDelivered: boolean) => void;
}

/** Who wants to know what happens here. */
export interface Observer {
  /** Routing decided this just now: what has to happen in the same change. */
  follow(change: Change, effect: RoutingEffect): void;
  /** Routing decided this, and it is stored. */
  decided(effects: readonly RoutingEffect[]): void;
  /** The first page of somebody is there. */
  arrived(identity: Identity): void;
  /** The last page of somebody is gone; `receivedAt`: its last sign of life, on the clock of `performance.now()`. */
  left(identity: Identity, receivedAt: number): void;
  /** These are stored, and told. */
  happened(facts: Change['facts']): void;
  /** Another configuration counts. */
  reconfigured(): void;
}

/** A link that has expired is known for so long, so that it is said what became of it. */
const expiredKeptMs = 7 * 24 * 3_600_000;

/** The rooms of a contact centre, put together. Others than `process` know the ports of those that they need. */
export class ContactCentre implements GatewayRooms, HttpRooms {
  readonly log: Logger;
  readonly store: Store;
  readonly files: FileStore;
  readonly settings: Settings;
  readonly people: People;
  readonly interaction: InteractionPort & { readonly logs: Interactions; readonly subscriptions: Subscriptions };
  readonly work: Work;
  readonly call: Calls;
  readonly cisco: CiscoPort;
  readonly applications: Applications;
  readonly webhooks: Webhooks;
  readonly journal: Journal<Attempt>;
  /** What commands were answered lately. */
  readonly commands = new CommandMemory();
  /** What could not be stored, or not be read. */
  readonly setAside: SetAside;
  readonly housekeeping: Housekeeping;
  readonly #peopleLog: PeopleLog;
  readonly #applied: AppliedConfiguration;
  readonly #publisher: Publisher;
  readonly #clock: SteadyClock;
  #observer: Observer | null = null;
  #stopClock = () => {};

  constructor(parts: ContactCentreParts) {
    const { config, store, sfu, tokens, log, voice = noVoiceChannels, domains, directory, peopleLog } = parts;
    const isDemo = parts.isDemo ?? false;
    this.log = log;
    this.store = store;
    this.files = parts.files ?? filesIn(store);
    this.#clock = parts.clock ?? new SteadyClock();
    this.#peopleLog = peopleLog;
    this.settings = new Settings(config);
    this.cisco = { voice, domains, directory };
    this.setAside = new SetAside(store, log);
    const now = () => this.#clock.now();
    const logs = new Interactions(store, (interactionId, error) =>
      this.setAside.unreadable(`interaction ${interactionId}`, error, now()),
    );
    const subscriptions = new Subscriptions();
    const { onWebhook: onAttempt } = parts;
    this.applications = new Applications(store.applications, now);
    this.webhooks = new Webhooks({ config, store: store.webhooks, log, now, ...(onAttempt ? { onAttempt } : {}) });
    const invitations = new Invitations(tokens.keyFor('invitations'));
    const callers = new Callers({
      onChanged: caller => {
        subscriptions.remove(caller);
        voice.desks?.detach(caller);
      },
      onArrived: identity => this.#observer?.arrived(identity),
      onLeft: (identity, receivedAt) => this.#observer?.left(identity, receivedAt),
    });
    const follow = (change: Change, effect: RoutingEffect) => this.#observer?.follow(change, effect);
    this.work = new Work({
      limits: config.limits,
      sms: config.sms,
      mail: config.mail,
      mailSink: new MailSink(parts.mailFolder, log),
      now,
      proofs: new Proofs(config.entryPoints, log),
      onRoute: parts.onRoute,
      onDeadline: () => tick({ ...this.interaction, follow }),
      undecided: new FaultLog({
        log,
        unknown: 'What is due could not be decided. It is tried again, slower and slower.',
        over: 'What is due is decided again.',
      }),
    });
    const guard = new SignInGuard(config.limits);
    this.people = new People({
      callers,
      tokens,
      signIns: new SignIns({ store, foreign: directory, guard, log: peopleLog, isDemo }),
      visitors: new Visitors(config, log, now),
      isDemo,
      inHand: agentId => this.work.state.agentSessions.get(agentId)?.agent.inHand.length,
      onRenamed: change => this.#applied.apply(change),
    });
    this.call = new Calls({
      sfu,
      callers,
      leaveVideo: (change, one) => leaveVideo(this, change, one),
      carryOut: run => this.interaction.carryOut(run),
    });
    this.#applied = new AppliedConfiguration({
      settings: this.settings,
      accounts: this.people.accounts,
      watchVoiceChannels: agentIds => voice.watch(agentIds),
    });
    this.#publisher = new Publisher({
      ...{ logs, subscriptions },
      isServed: ({ interaction: { taskId } }) => taskId !== null && this.work.state.tasks.has(taskId),
    });
    const { people, work, commands } = this;
    const changes = new Changes({
      memory: { interactions: logs, routing: work.routing, sessions: people.sessions, commands },
      ...{ store, setAside: this.setAside, log, now, onCommit: parts.onCommit },
      follow,
      notify: change => this.#notify(change),
    });
    this.journal = changes.journal;
    const carryOut = (run: (change: Change) => void) => {
      changes.make(run).catch(error => log.error({ err: error }, 'A change failed.'));
    };
    this.interaction = { logs, subscriptions, invitations, change: run => changes.make(run), carryOut, now };
    this.housekeeping = new Housekeeping(log, {
      'interactions that nobody looks at leave memory': () => this.#publisher.forgetUnused(now()),
      'links that expired long ago are removed': async () => {
        const before = now() - expiredKeptMs;
        await store.forgetInvitations(before);
        invitations.forget(before);
      },
      'old decisions are removed': () => store.forgetDecisions(now() - this.settings.config.recordMs),
      'what is kept for webhooks is tidied': () => this.webhooks.tidy(),
      'old answers to commands are removed': () => store.forgetCommands(keptCommands(now())),
    });
  }

  /** Goes on where the last server on this store stopped. Nobody is connected yet. */
  async restore(observer: Observer): Promise<void> {
    this.#observer = observer;
    const { people, interaction, work, log } = this;
    const { routing } = work;
    const now = interaction.now();
    const stored = await this.store.load(keptCommands(now));
    const badAccounts: UnreadableAccount[] = [];
    for (const [agentId, account] of await this.store.loadAccounts(badAccounts)) people.keep(agentId, account);
    for (const { subject, error } of [...stored.unreadable, ...badAccounts])
      this.setAside.unreadable(subject, error, now);
    for (const { agentId, sessionId } of stored.sessions) people.sessions.set(agentId, sessionId);
    for (const record of stored.commands) this.commands.add(record);
    const lost = interaction.logs.restoreAll(stored.facts, now);
    for (const record of await this.store.loadInvitations(now - expiredKeptMs)) {
      try {
        interaction.invitations.restore(record);
      } catch (error) {
        this.setAside.unreadable(`invitation ${record.invitationId}`, error, now);
      }
    }
    for (const record of await this.store.loadOutside()) {
      if (record.system !== mailSystem) continue;
      try {
        work.letters.restore(record);
      } catch (error) {
        this.setAside.unreadable(`letter ${record.subject}`, error, now);
      }
    }
    const isKnown = routing.restore(stored);
    this.cisco.voice.start(
      input => interaction.carryOut(change => change.route(input)),
      agentId => {
        const account = people.accounts.get(agentId);
        return account?.ciscoId ?? account?.username;
      },
      records => interaction.change(change => change.keepOutside(records)),
    );
    // What is stored is from later than now: the clock was ahead then, or is behind.
    const aheadMs = Math.max(0, routing.state.now - now);
    if (aheadMs > 0) log.warn({ aheadMs }, 'What is stored was written by a clock that was ahead of this one.');
    const notes = await interaction.change(change => {
      if (aheadMs > 0) change.route({ type: 'clock.shifted', byMs: -aheadMs });
      // First of all on a new store; later, those who were there before are gone first.
      if (routing.isNew || !isKnown) this.#applied.apply(change);
      if (!isKnown) rebuildRouting(interaction.logs, log, change);
      for (const interactionId of [...lost, ...stored.lost]) change.mark(interactionId, false);
      change.route({ type: 'server.started' });
      return this.#applied.apply(change);
    });
    for (const note of notes) log.warn(note);
    this.housekeeping.start();
    this.#stopClock = followClock(this.#clock, log, byMs =>
      interaction.carryOut(change => change.route({ type: 'clock.shifted', byMs })),
    );
  }

  /**
   * Another configuration counts from now on; conversations and those who wait stay. Answers with what a person should
   * know: parts that count only from the next start, and agents who have no account. `accounts`: those that are another now.
   * @throws StartupError when a part cannot be taken; then nothing has changed
   */
  async reconfigure(
    config: Config,
    accounts: ReadonlyMap<AgentId, AccountProfile> = new Map(),
  ): Promise<readonly string[]> {
    const before = this.settings.config;
    const proofs = new Proofs(config.entryPoints, this.log);
    const visitors = new Visitors(config, this.log, () => this.#clock.now());
    const iceServers = knownIceServers(config.iceServers);
    const later: string[] = (['sfu', 'tokens', 'limits', 'trustProxy', 'files'] as const).filter(
      part => JSON.stringify(before[part]) !== JSON.stringify(config[part]),
    );
    if (before.finesse && config.finesse) {
      await this.cisco.voice.change?.(config.finesse);
      later.push(...laterParts(before.finesse, config.finesse));
    } else if (before.finesse || config.finesse) later.push('finesse');
    const { sfu, tokens, limits, trustProxy, files } = before;
    const finesse = before.finesse && config.finesse ? config.finesse : before.finesse;
    const gateway = this.work.gatewayFor(config.sms);
    for (const [botId, bot] of Object.entries(config.bots)) openService(botId, bot);
    for (const application of config.ece?.applications ?? []) requireSecrets(application);
    const replaceWebhooks = this.webhooks.prepare(config);
    const mailGateway = this.work.mailGatewayFor(config.mail);
    const notes = await this.interaction.change(change => {
      change.onUndo(this.work.replaceGateway(gateway));
      change.onUndo(this.work.replaceMailGateway(mailGateway));
      change.onUndo(replaceWebhooks());
      for (const [agentId, account] of accounts) change.onUndo(this.people.keep(agentId, account));
      change.onUndo(this.work.replaceProofs(proofs));
      change.onUndo(this.people.replaceVisitors(visitors));
      change.onUndo(this.settings.replace({ ...config, sfu, tokens, limits, trustProxy, files, finesse }, iceServers));
      return this.#applied.apply(change);
    });
    this.#observer?.reconfigured();
    await this.webhooks.reconfigured();
    return [...later.map(part => `The new "${part}" counts from the next start.`), ...notes];
  }

  accountBook(author: Author): AccountBook {
    const { store, people, interaction } = this;
    return accountBookOf({ store, people, log: this.#peopleLog, change: run => interaction.change(run) }, author);
  }

  webhookBook(): WebhookBook {
    return new WebhookBook({
      store: this.store.webhooks,
      now: () => this.#clock.now(),
      urlOf: id => this.webhooks.urlOf(id),
      whileHeld: (id, change) => this.webhooks.whileHeld(id, change),
    });
  }

  /** Stores what there is and stops. The store stays open. */
  async close(): Promise<void> {
    await this.housekeeping.stop();
    this.#stopClock();
    this.work.unserved.stop();
    await this.cisco.voice.close();
    this.work.routing.stop();
    await this.journal.close();
    await this.setAside.settled();
  }

  #notify(change: Change): void {
    try {
      this.#publisher.publish(change);
      this.call.follow(change.facts, this.interaction.logs);
      if (change.effects.length > 0) this.#observer?.decided(change.effects);
      this.#observer?.happened(change.facts);
      change.committed();
    } catch (error) {
      this.log.error({ err: error }, 'Telling of a change failed.');
    }
  }
}
