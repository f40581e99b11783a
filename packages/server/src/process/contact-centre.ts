import type { AgentId, ConsultEnding, EntryPoint, EntryPointId, InteractionId } from '@eyeline/protocol';
import type { OnRoute, RoutingConfiguration, RoutingEffect } from '@eyeline/routing';
import type { Sfu } from '@eyeline/sfu';
import type { Logger } from 'pino';
import { CallSeats } from '../call/call-seats.ts';
import type { CiscoDirectory } from '../cisco/directory/cisco-directory.ts';
import type { ShownDomains } from '../cisco/domains/shown-domain.ts';
import { noTelephones, type VoicePort } from '../cisco/voice/voice-port.ts';
import type { Attempt } from '../interaction/attempt.ts';
import type { Change } from '../interaction/change.ts';
import { Changes } from '../interaction/changes.ts';
import { CommandMemory, keptCommands } from '../interaction/command-memory.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { Interactions } from '../interaction/interactions.ts';
import type { Journal } from '../interaction/journal.ts';
import { OpenLimit } from '../interaction/open-limit.ts';
import { Proofs } from '../interaction/proofs.ts';
import { SetAside } from '../interaction/set-aside.ts';
import { Subscriptions } from '../interaction/subscriptions.ts';
import { mayWork } from '../people/account-standing.ts';
import { Callers } from '../people/callers.ts';
import type { Identity } from '../people/identity.ts';
import { KnownAccounts } from '../people/known-accounts.ts';
import { SignInGuard } from '../people/limits/sign-in-guard.ts';
import type { PeopleLog } from '../people/people-log.ts';
import type { Tokens } from '../people/tokens.ts';
import { bareEntryPoint, routingFor, telephonesIn } from '../settings/applied-config.ts';
import { laterParts } from '../settings/cisco/later-parts.ts';
import type { Config, SiteEntryPoint } from '../settings/config.ts';
import type { AccountProfile, Store } from '../store/store.ts';
import { Decisions } from '../work/decisions.ts';
import { Unserved } from '../work/fallback/unserved.ts';
import { rebuildRouting } from '../work/rebuild-routing.ts';
import { LastAgents } from '../work/request/last-agents.ts';
import { RoutingLeader } from '../work/routing-leader.ts';
import { tick } from '../work/tick.ts';
import { Housekeeping } from './housekeeping.ts';
import { SteadyClock } from './steady-clock.ts';

/** How often the wall clock is looked at, ms. */
const followClockMs = 1000;

export interface ContactCentreParts {
  readonly config: Config;
  readonly store: Store;
  readonly sfu: Sfu;
  readonly tokens: Tokens;
  readonly log: Logger;
  readonly peopleLog: PeopleLog;
  /** Whether the demo's accounts may sign in, whose password everybody knows. Default: no. */
  readonly isDemo?: boolean;
  /** The telephone system. Default: there is none. */
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
}

/** Who wants to know what happens here. */
export interface Observer {
  /** Routing decided this just now: what has to happen in the same change. */
  follow(change: Change, effect: RoutingEffect): void;
  /** Routing decided this, and it is stored. */
  decided(effects: readonly RoutingEffect[]): void;
  /** The first page of somebody is there. */
  arrived(identity: Identity): void;
  /** The last page of somebody is gone; `heardAt`: its last sign of life, on the clock of `performance.now()`. */
  left(identity: Identity, heardAt: number): void;
}

/** The contact centre's whole state and the one place where it changes. */
export class ContactCentre {
  readonly store: Store;
  readonly sfu: Sfu;
  readonly tokens: Tokens;
  readonly log: Logger;
  readonly voice: VoicePort;
  readonly domains: ShownDomains | undefined;
  readonly onRoute: OnRoute | undefined;
  readonly directory: CiscoDirectory | undefined;
  readonly interactions: Interactions;
  readonly subscriptions = new Subscriptions();
  readonly callSeats = new CallSeats();
  readonly callers: Callers;
  readonly routing: RoutingLeader;
  readonly openLimit: OpenLimit;
  readonly signIns: SignInGuard;
  readonly peopleLog: PeopleLog;
  readonly isDemo: boolean;
  /** Who has an account: names are what routing does not know. */
  readonly accounts = new KnownAccounts();
  /** Customers who are not served and may take what is there instead. */
  readonly unserved = new Unserved();
  /** How consults ended, more exactly than their logs say; not after a restart. */
  readonly consultEndings = new WeakMap<InteractionLog, ConsultEnding>();
  readonly lastAgents = new LastAgents();
  /** Who waits for what routing decides. */
  readonly decisions = new Decisions();
  /** The one sign-in of each agent that counts. */
  readonly sessions = new Map<AgentId, string>();
  /** When its token was given, UTC ms. */
  readonly sessionsBegun = new Map<AgentId, number>();
  readonly journal: Journal<Attempt>;
  /** What commands were answered lately. */
  readonly commands = new CommandMemory();
  /** What could not be stored, or not be read. */
  readonly setAside: SetAside;
  readonly housekeeping: Housekeeping;
  #config: Config;
  #proofs: Proofs;
  #observer: Observer | null = null;
  readonly #changes: Changes;
  #applied: RoutingConfiguration | null = null;
  readonly #clock: SteadyClock;
  #clockFollower: NodeJS.Timeout | undefined;

  constructor(parts: ContactCentreParts) {
    const { config, store, sfu, tokens, log, voice, domains, onRoute, directory, onCommit, clock } = parts;
    this.#config = config;
    this.#proofs = new Proofs(config.entryPoints, log);
    this.#clock = clock ?? new SteadyClock();
    this.voice = voice ?? noTelephones;
    this.domains = domains;
    this.onRoute = onRoute;
    this.directory = directory;
    this.store = store;
    this.sfu = sfu;
    this.tokens = tokens;
    this.log = log;
    this.setAside = new SetAside(store, log);
    this.interactions = new Interactions(store, (interactionId, error) =>
      this.setAside.unreadable(`interaction ${interactionId}`, error, this.now()),
    );
    this.callers = new Callers({
      onChanged: caller => {
        this.subscriptions.remove(caller);
        this.voice.desks?.detach(caller);
      },
      onArrived: identity => this.#observer?.arrived(identity),
      onLeft: (identity, heardAt) => this.#observer?.left(identity, heardAt),
    });
    const follow = (change: Change, effect: RoutingEffect) => this.#observer?.follow(change, effect);
    const makes = { change: this.change.bind(this), carryOut: this.carryOut.bind(this) };
    this.routing = new RoutingLeader(() => tick({ ...makes, follow }));
    this.openLimit = new OpenLimit(config.limits);
    this.signIns = new SignInGuard(config.limits);
    this.peopleLog = parts.peopleLog;
    this.isDemo = parts.isDemo ?? false;
    this.#changes = new Changes({
      ...{ memory: this, store, setAside: this.setAside, log, onCommit },
      now: () => this.now(),
      follow,
      tell: change => this.#tell(change),
    });
    this.journal = this.#changes.journal;
    this.housekeeping = new Housekeeping(log, {
      'interactions that nobody looks at leave memory': () =>
        this.interactions.forgetUnused(this.now(), one => this.#isNeeded(one)),
      'old decisions are removed': () => store.forgetDecisions(this.now() - this.#config.recordMs),
      'old answers to commands are removed': () => store.forgetCommands(keptCommands(this.now())),
    });
  }

  /** Goes on where the last server on this store stopped. Nobody is connected yet. */
  async restore(observer: Observer): Promise<void> {
    this.#observer = observer;
    const now = this.now();
    const stored = await this.store.load(keptCommands(now));
    const unreadable = [...stored.unreadable];
    for (const [agentId, account] of await this.store.loadAccounts(unreadable)) this.#keepAccount(agentId, account);
    for (const { subject, error } of unreadable) this.setAside.unreadable(subject, error, now);
    for (const { agentId, sessionId } of stored.sessions) if (sessionId) this.sessions.set(agentId, sessionId);
    for (const record of stored.commands) this.commands.add(record);
    const lost = this.interactions.restoreAll(stored.facts, now);
    const isKnown = this.routing.restore(stored);
    this.voice.start(
      input => this.carryOut(change => change.route(input)),
      agentId => {
        const account = this.accounts.get(agentId);
        return account?.ciscoId ?? account?.username;
      },
      records => this.change(change => change.keepOutside(records)),
    );
    // What is stored is from later than now: the clock was ahead then, or is behind.
    const aheadMs = Math.max(0, this.routing.state.now - now);
    if (aheadMs > 0) this.log.warn({ aheadMs }, 'What is stored was written by a clock that was ahead of this one.');
    const notes = await this.change(change => {
      if (aheadMs > 0) change.route({ type: 'clock.shifted', byMs: -aheadMs });
      // First of all on a new store; later, those who were there before are gone first.
      if (this.routing.isNew || !isKnown) this.#applyRouting(change);
      if (!isKnown) rebuildRouting(this.interactions, this.log, change);
      for (const interactionId of [...lost, ...stored.lost]) change.mark(interactionId, false);
      change.route({ type: 'server.started' });
      return this.#applyRouting(change);
    });
    for (const note of notes) this.log.warn(note);
    this.housekeeping.start();
    this.#clockFollower = setInterval(() => this.#followClock(), followClockMs);
  }

  /** ms since the epoch. Goes backwards only where the machine's clock was wrong, and routing is told first. */
  now(): number {
    return this.#clock.now();
  }

  get config(): Config {
    return this.#config;
  }

  get proofs(): Proofs {
    return this.#proofs;
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
    const before = this.#config;
    const proofs = new Proofs(config.entryPoints, this.log);
    const later: string[] = (['sfu', 'tokens', 'limits', 'trustProxy'] as const).filter(
      part => JSON.stringify(before[part]) !== JSON.stringify(config[part]),
    );
    if (before.finesse && config.finesse) {
      await this.voice.change?.(config.finesse);
      later.push(...laterParts(before.finesse, config.finesse));
    } else if (before.finesse || config.finesse) later.push('finesse');
    const proofsBefore = this.#proofs;
    const notes = await this.change(change => {
      for (const [agentId, account] of accounts) change.onUndo(this.#keepAccount(agentId, account));
      change.onUndo(() => {
        this.#config = before;
        this.#proofs = proofsBefore;
      });
      const { sfu, tokens, limits, trustProxy } = before;
      this.#proofs = proofs;
      this.#config = { ...config, sfu, tokens, limits, trustProxy };
      if (!before.finesse !== !config.finesse) this.#config = { ...this.#config, finesse: before.finesse };
      return this.#applyRouting(change);
    });
    return [...later.map(part => `The new "${part}" counts from the next start.`), ...notes];
  }

  /** An account that was not known, or has changed. Its user name may stand in the configuration. */
  know(change: Change, agentId: AgentId, profile: AccountProfile): void {
    const known = this.accounts.get(agentId);
    change.onUndo(this.#keepAccount(agentId, profile));
    if (known?.username !== profile.username) this.#applyRouting(change);
  }

  /** In memory, an account that may not be used now is a disabled one. Answers with what undoes it. */
  #keepAccount(agentId: AgentId, profile: AccountProfile): () => void {
    const known = this.accounts.get(agentId);
    const { username, name, role, ciscoId, isDemo } = profile;
    const isDisabled = !mayWork(profile, this.isDemo);
    this.accounts.set(agentId, { username, name, role, ciscoId, isDemo, isDisabled });
    return () => (known ? this.accounts.set(agentId, known) : this.accounts.delete(agentId));
  }

  nameOf(agentId: AgentId): string {
    return this.accounts.get(agentId)?.name ?? '';
  }

  siteEntryPoint(entryPointId: EntryPointId): SiteEntryPoint | undefined {
    return this.#config.entryPoints.find(one => one.entryPointId === entryPointId);
  }

  /** What the site says of an entry point; a bare one for an interaction whose entry point was removed since. */
  entryPoint(entryPointId: EntryPointId): EntryPoint {
    return bareEntryPoint(entryPointId, this.siteEntryPoint(entryPointId));
  }

  /**
   * `run` changes memory at once, without awaiting anything. When that is stored, those concerned are told, and then
   * the promise resolves. Changes are stored and told in the order in which they were made. A change that fails is taken
   * back: nothing of it is in memory, stored or told. So is one that the store refuses; what was made after it is made again,
   * so `run` may run more than once and has no effect but those of its change.
   */
  change<T>(run: (change: Change) => T): Promise<T> {
    return this.#changes.make(run);
  }

  /** A change that nobody waits for. */
  carryOut(run: (change: Change) => void): void {
    this.change(run).catch(error => this.log.error({ err: error }, 'A change failed.'));
  }

  /** Stores what there is and stops. The store stays open. */
  async close(): Promise<void> {
    this.housekeeping.stop();
    clearInterval(this.#clockFollower);
    this.unserved.stop();
    await this.voice.close();
    this.routing.stop();
    await this.journal.close();
    await this.setAside.settled();
  }

  /** Tells routing the configuration, unless it has it. Answers with what a person should know. */
  #applyRouting(change: Change): readonly string[] {
    const { configuration, notes } = routingFor(this.#config, this.accounts);
    if (JSON.stringify(configuration) !== JSON.stringify(this.#applied)) {
      const before = this.#applied;
      this.#applied = configuration;
      change.onUndo(() => {
        this.#applied = before;
      });
      change.route({ type: 'configuration.changed', configuration });
      change.afterCommit(() => this.voice.watch(telephonesIn(configuration, this.accounts)));
    }
    return notes;
  }

  #tell(change: Change): void {
    try {
      for (const fact of change.facts) {
        const log = this.interactions.get(fact.interactionId);
        log?.stored(fact);
        this.subscriptions.publish(fact, log?.closedSeq ?? 0);
        if (fact.type === 'interaction.closed' && log) this.interactions.close(log, one => this.#isNeeded(one));
        if (fact.type === 'participant.left') this.subscriptions.end(fact.interactionId, fact.participantId);
        if (fact.type === 'interaction.closed' && log?.consult) this.#closeSubject(log, log.consult.about);
      }
      if (change.effects.length > 0) this.#observer?.decided(change.effects);
      change.committed();
    } catch (error) {
      this.log.error({ err: error }, 'Telling of a change failed.');
    }
  }

  /** The consult is over: who was asked hears no more of what it was about, unless they serve it now. */
  #closeSubject({ interaction }: InteractionLog, about: InteractionId): void {
    const subject = this.interactions.get(about);
    for (const { participantId } of interaction.participants) {
      const presence = subject?.participant(participantId)?.presence;
      if (presence === undefined || presence === 'left') this.subscriptions.end(about, participantId);
    }
  }

  /** Does somebody look at it, or work on it? What was advised can be read again as long as what it was about is here. */
  #isNeeded({ interactionId, interaction: { taskId }, consult }: InteractionLog): boolean {
    const isAbout = consult !== undefined && this.interactions.get(consult.about) !== undefined;
    return (
      isAbout || this.subscriptions.has(interactionId) || (taskId !== null && this.routing.state.tasks.has(taskId))
    );
  }

  /** Where the machine's clock was set, ours is too, and every span that has begun keeps what is left of it. */
  #followClock(): void {
    const byMs = this.#clock.follow();
    if (byMs === 0) return;
    this.log.warn({ byMs }, 'The clock of this machine was set; ours has followed it.');
    this.carryOut(change => change.route({ type: 'clock.shifted', byMs }));
  }
}
