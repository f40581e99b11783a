import type { AgentId, InteractionId } from '@eyeline/protocol';
import type { Logger } from 'pino';
import { FaultLog } from '../settings/pace/fault-log.ts';
import { Loop } from '../settings/pace/loop.ts';
import type { SettingsPort } from '../settings/settings.ts';
import { agentIdentity, participantIdOf } from './identity.ts';
import type { People } from './people.ts';
import type { SessionChange } from './session-change.ts';
import { fateOf } from './session-fate.ts';

/** How often it looks, at most. */
const everyMs = 30_000;

interface SessionKeeperOptions {
  readonly people: People;
  readonly settings: SettingsPort;
  readonly log: Logger;
  readonly now: () => number;
  readonly change: (run: (change: SessionChange) => void) => Promise<void>;
  /** Is the agent ready, or with a customer? */
  readonly isBusy: (agentId: AgentId) => boolean;
  readonly isOpen: (interactionId: InteractionId) => boolean;
}

/**
 * A session is good as long as its token: who works gets another one in time and is never cut off, and who has left the
 * desk open is signed out. Pages of customers who have nothing open any more are nobody's.
 */
export class SessionKeeper {
  readonly #options: SessionKeeperOptions;
  readonly #loop: Loop;

  constructor(options: SessionKeeperOptions) {
    this.#options = options;
    const { log, now } = options;
    const faults = new FaultLog({
      log,
      unknown: 'Sessions could not be looked at.',
      over: 'Sessions are looked at again.',
    });
    this.#loop = new Loop({
      turn: async () => {
        await this.look(now());
        return this.#pauseMs();
      },
      backoff: { firstMs: 1_000, longestMs: everyMs },
      onFault: error => faults.fault(error),
      onWell: () => faults.well(),
    });
  }

  start(): void {
    this.#loop.due(this.#pauseMs());
  }

  /** Resolves when nobody is looked at any more. */
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  #pauseMs(): number {
    const { agentMs, customerMs } = this.#options.settings.config.tokens;
    return Math.min(everyMs, Math.max(100, Math.min(agentMs, customerMs) / 10));
  }

  async look(now: number): Promise<void> {
    const { people, settings, change } = this.#options;
    const lifeMs = settings.config.tokens.agentMs;
    for (const [agentId, sessionId] of people.sessions.all()) {
      const begunAt = people.sessions.begunAt(agentId, now);
      const fate = fateOf({ begunAt, lifeMs, isWorking: this.#isWorking(agentId) }, now);
      if (fate === 'renew') await this.#renew(agentId, sessionId, now);
      if (fate === 'end') await change(made => people.endSession(made, agentId, 'agent.session-ended'));
    }
    people.sessions.tidy();
    this.#leaveCustomers(now);
  }

  async #renew(agentId: AgentId, sessionId: string, now: number): Promise<void> {
    const { tokens, sessions, callers } = this.#options.people;
    const token = await tokens.forAgent(agentIdentity(agentId, sessionId));
    // Somebody may have signed out meanwhile, or taken over.
    if (sessions.get(agentId) !== sessionId) return;
    sessions.begin(agentId, now);
    for (const caller of callers.of(participantIdOf(agentId))) caller.notify('agent.token-renewed', { token });
  }

  /** At the desk, and ready or with a customer. */
  #isWorking(agentId: AgentId): boolean {
    return this.#options.people.callers.isPresent(participantIdOf(agentId)) && this.#options.isBusy(agentId);
  }

  /** Nobody is cut off in a conversation that goes on. */
  #leaveCustomers(now: number): void {
    const { people, isOpen } = this.#options;
    for (const caller of people.callers.all())
      if (caller.identity?.role === 'customer' && caller.goodUntil <= now && !isOpen(caller.identity.interactionId))
        people.callers.identify(caller, null);
  }
}
