import type { AgentId } from '@eyeline/protocol';
import type { ContactCentre } from '../process/contact-centre.ts';
import { endSession } from './end-session.ts';
import { agentIdentity, seatOf } from './identity.ts';
import { fateOf } from './session-fate.ts';

/** How often it looks, at most. */
const everyMs = 30_000;

/**
 * A session is good as long as its token: who works gets another one in time and is never cut off, and who has left the
 * desk open is signed out. Pages of customers who have nothing open any more are nobody's.
 */
export class SessionKeeper {
  readonly #centre: ContactCentre;
  #timer: NodeJS.Timeout | undefined;

  constructor(centre: ContactCentre) {
    this.#centre = centre;
  }

  start(): void {
    const centre = this.#centre;
    const { agentMs, customerMs } = centre.config.tokens;
    const look = () =>
      void this.look(centre.now()).catch(error => centre.log.error({ err: error }, 'Sessions could not be looked at.'));
    this.#timer = setInterval(look, Math.min(everyMs, Math.max(100, Math.min(agentMs, customerMs) / 10)));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async look(now: number): Promise<void> {
    const centre = this.#centre;
    const lifeMs = centre.config.tokens.agentMs;
    for (const [agentId, sessionId] of [...centre.sessions]) {
      // After a restart it is not known when it began: no earlier than now is the latest that it may end.
      const begunAt = centre.sessionsBegun.get(agentId) ?? now;
      centre.sessionsBegun.set(agentId, begunAt);
      const fate = fateOf({ begunAt, lifeMs, isWorking: this.#isWorking(agentId) }, now);
      if (fate === 'renew') await this.#renew(agentId, sessionId, now);
      if (fate === 'end') await centre.change(change => endSession(centre, change, agentId, 'agent.session-ended'));
    }
    for (const agentId of centre.sessionsBegun.keys())
      if (!centre.sessions.has(agentId)) centre.sessionsBegun.delete(agentId);
    this.#leaveCustomers(now);
  }

  async #renew(agentId: AgentId, sessionId: string, now: number): Promise<void> {
    const centre = this.#centre;
    const token = await centre.tokens.forAgent(agentIdentity(agentId, sessionId));
    // Somebody may have signed out meanwhile, or taken over.
    if (centre.sessions.get(agentId) !== sessionId) return;
    centre.sessionsBegun.set(agentId, now);
    for (const caller of centre.callers.of(seatOf(agentId))) caller.tell('agent.token-renewed', { token });
  }

  /** At the desk, and ready or with a customer. */
  #isWorking(agentId: AgentId): boolean {
    const agent = this.#centre.routing.state.seats.get(agentId)?.agent;
    if (!agent || !this.#centre.callers.isPresent(seatOf(agentId))) return false;
    return agent.inHand.length > 0 || agent.state === 'ready';
  }

  /** Nobody is cut off in a conversation that goes on. */
  #leaveCustomers(now: number): void {
    const { callers, interactions } = this.#centre;
    for (const caller of callers.all())
      if (
        caller.identity?.role === 'customer' &&
        caller.goodUntil <= now &&
        (interactions.get(caller.identity.interactionId)?.isClosed ?? true)
      )
        callers.identify(caller, null);
  }
}
