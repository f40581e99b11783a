import { type AgentId, EntryPoint, type EntryPointId, type Fact, type InteractionId } from '@eyeline/protocol';
import type { RoutingEffect } from '@eyeline/routing';
import type { Sfu } from '@eyeline/sfu';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { CallSeats } from './call-seats.ts';
import { Callers } from './callers.ts';
import { Change } from './change.ts';
import { CommandMemory, rememberCommandsMs } from './command-memory.ts';
import type { Config } from './config.ts';
import type { Identity } from './identity.ts';
import { Interactions } from './interactions.ts';
import { Journal } from './journal.ts';
import { Refusal } from './refusal.ts';
import { RoutingLeader } from './routing-leader.ts';
import { SignInLimit } from './sign-in-limit.ts';
import type { Store } from './store/store.ts';
import { Subscriptions } from './subscriptions.ts';
import type { Tokens } from './tokens.ts';

const housekeepingMs = 60_000;

export interface ContactCentreParts {
  readonly config: Config;
  readonly store: Store;
  readonly sfu: Sfu;
  readonly tokens: Tokens;
  readonly log: Logger;
  /** How long a commit took, in seconds, and how many records it had. */
  readonly onCommit?: (seconds: number, records: number) => void;
}

/** Who wants to know what happens here. */
export interface Observer {
  /** Routing decided this, and it is stored. */
  decided(effect: RoutingEffect): void;
  /** The first page of somebody is there. */
  arrived(identity: Identity): void;
  /** The last page of somebody is gone. */
  left(identity: Identity): void;
}

/** One command that must be carried out once. */
export interface Once<S extends v.GenericSchema> {
  /** Whose command it is. */
  readonly scope: string;
  readonly name: string;
  readonly commandId: string;
  /** What the answer looks like: it may come back from the store. */
  readonly answer: S;
}

/** The contact centre's whole state and the one place where it changes. */
export class ContactCentre {
  readonly config: Config;
  readonly store: Store;
  readonly sfu: Sfu;
  readonly tokens: Tokens;
  readonly log: Logger;
  readonly interactions: Interactions;
  readonly subscriptions = new Subscriptions();
  readonly callSeats = new CallSeats();
  readonly callers: Callers;
  readonly routing: RoutingLeader;
  readonly signInLimit: SignInLimit;
  /** Names of agents, which routing does not know. */
  readonly names = new Map<AgentId, string>();
  /** The one sign-in of each agent that counts. */
  readonly sessions = new Map<AgentId, string>();
  readonly journal: Journal;
  readonly #commands = new CommandMemory();
  #observer: Observer | null = null;
  #housekeeping: NodeJS.Timeout | undefined;
  #lastNow = 0;

  constructor({ config, store, sfu, tokens, log, onCommit }: ContactCentreParts) {
    this.config = config;
    this.store = store;
    this.sfu = sfu;
    this.tokens = tokens;
    this.log = log;
    this.interactions = new Interactions(store);
    this.callers = new Callers({
      onChanged: caller => this.subscriptions.remove(caller),
      onArrived: identity => this.#observer?.arrived(identity),
      onLeft: identity => this.#observer?.left(identity),
    });
    this.routing = new RoutingLeader(() => this.carryOut(change => change.route({ type: 'clock.ticked' })));
    this.signInLimit = new SignInLimit(config.limits.signInBurst, config.limits.signInsPerMinute);
    this.journal = new Journal({
      store,
      log,
      takeSnapshot: () => this.routing.takeSnapshot(),
      ...(onCommit ? { onCommit } : {}),
    });
  }

  /** Goes on where the last server on this store stopped. Nobody is connected yet. */
  async restore(observer: Observer): Promise<void> {
    this.#observer = observer;
    const now = this.now();
    const stored = await this.store.load(now - rememberCommandsMs);
    for (const [agentId, name] of await this.store.loadNames()) this.names.set(agentId, name);
    for (const { agentId, sessionId } of stored.sessions) if (sessionId) this.sessions.set(agentId, sessionId);
    for (const record of stored.commands) this.#commands.add(record);
    const logs = new Map<InteractionId, Fact[]>();
    for (const fact of stored.facts) {
      const facts = logs.get(fact.interactionId);
      if (facts) facts.push(fact);
      else logs.set(fact.interactionId, [fact]);
    }
    for (const [interactionId, facts] of logs) this.interactions.restore(interactionId, facts, now);
    this.routing.restore(stored);
    const { routing, offerPatienceMs } = this.config;
    await this.change(change => change.route({ type: 'server.started', policy: { ...routing, offerPatienceMs } }));
    this.#housekeeping = setInterval(() => this.#keepHouse(), housekeepingMs);
  }

  /** ms since the epoch; never goes backwards. */
  now(): number {
    this.#lastNow = Math.max(this.#lastNow, Date.now());
    return this.#lastNow;
  }

  /** What the site says of an entry point; a bare one for an interaction whose entry point was removed since. */
  entryPoint(entryPointId: EntryPointId): EntryPoint {
    const found = this.config.entryPoints.find(one => one.entryPointId === entryPointId);
    return found ?? v.parse(EntryPoint, { entryPointId, title: entryPointId, video: false });
  }

  /**
   * `run` changes memory at once, without awaiting anything. When that is stored, those concerned are told, and then
   * the promise resolves. Changes are stored and told in the order in which they were made.
   */
  change<T>(run: (change: Change) => T): Promise<T> {
    const change = new Change({ interactions: this.interactions, routing: this.routing, now: this.now() });
    return new Promise((resolve, reject) => {
      let settle: () => void;
      try {
        const value = run(change);
        settle = () => resolve(value);
      } catch (error) {
        // What it did before it failed is in memory and must be stored all the same.
        settle = () => reject(error);
      }
      this.journal.submit(change.records, () => {
        this.#tell(change);
        settle();
      });
    });
  }

  /** A change that nobody waits for. */
  carryOut(run: (change: Change) => void): void {
    this.change(run).catch(error => this.log.error({ err: error }, 'A change failed.'));
  }

  /** Carries the command out, or gives the answer that it was given before. */
  once<S extends v.GenericSchema>(
    command: Once<S>,
    run: (change: Change) => v.InferOutput<S>,
  ): Promise<v.InferOutput<S>> {
    const { scope, name, commandId, answer } = command;
    const known = this.#commands.get(scope, commandId);
    if (known && known.name !== name) throw new Refusal('invalid-payload', 'Each command needs an id of its own.');
    // Through the journal too: the first one may not be stored yet.
    if (known) return this.change(() => v.parse(answer, known.value));
    return this.change(change => {
      const value = run(change);
      const record = { scope, commandId, name, at: change.now, value };
      this.#commands.add(record);
      change.remember(record);
      return value;
    });
  }

  /** Stores what there is and stops. The store stays open. */
  async close(): Promise<void> {
    clearInterval(this.#housekeeping);
    this.routing.stop();
    await this.journal.close();
  }

  #tell(change: Change): void {
    try {
      for (const fact of change.facts) {
        this.interactions.get(fact.interactionId)?.stored(fact);
        this.subscriptions.publish(fact);
      }
      for (const effect of change.effects) this.#observer?.decided(effect);
      change.committed();
    } catch (error) {
      this.log.error({ err: error }, 'Telling of a change failed.');
    }
  }

  #keepHouse(): void {
    const now = this.now();
    const { tasks } = this.routing.state;
    this.interactions.forgetUnused(now, ({ interactionId, interaction: { taskId } }) => {
      return this.subscriptions.has(interactionId) || (taskId !== null && Object.hasOwn(tasks, taskId));
    });
    this.store.forgetCommands(now - rememberCommandsMs).catch(() => {});
  }
}
