import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import type { RoutingDomain } from '../domain.ts';

/**
 * One task proposed to one agent. `preparing`: the agent's phone is being taken off voice, the agent has not been
 * told yet. `open`: the agent is asked.
 */
export interface RoutingOffer {
  readonly offerId: OfferId;
  readonly taskId: TaskId;
  readonly agentId: AgentId;
  readonly domain: RoutingDomain;
  readonly holdsVoice: boolean;
  /**
   * What follows once the phone is off voice: asking the agent, or, for what the agent asked for, going on at once. `outside`: the
   * agent was chosen by somebody else, and is told.
   */
  readonly purpose: 'ask' | 'pick' | 'change-domain' | 'outside';
  phase: 'preparing' | 'open';
  madeAt: number;
  expiresAt: number;
}
