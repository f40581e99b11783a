import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import type { RoutingDomain } from '../domain.ts';
import type { RoutingStatus } from '../effect.ts';

/** A task that an agent serves or wraps up. */
export interface InHand {
  readonly taskId: TaskId;
  readonly domain: RoutingDomain;
  /** Is the agent's phone off voice for it? */
  readonly holdsVoice: boolean;
}

/** Who is signed in. Plain JSON. */
export interface Agent {
  readonly agentId: AgentId;
  state: 'not-ready' | 'ready';
  /** Why not ready; null while ready. */
  reason: string | null;
  /** For which kinds of work the agent asked to be ready. Empty while not ready. */
  domains: readonly RoutingDomain[];
  /** Since when the status that others see holds. */
  since: number;
  /** The instant of becoming ready, of taking the last task or of finishing it. */
  availableSince: number;
  connected: boolean;
  /** When a lost agent becomes not ready; null once that was done, and while connected. */
  graceEndsAt: number | null;
  offerId: OfferId | null;
  inHand: readonly InHand[];
  /** Asked to be not ready for this reason as soon as nothing is in hand. */
  pendingReason: string | null;
  /** How many tasks were finished since signing in, and how long they took, in ms. */
  handled: number;
  handleMs: number;
  /** The status that was told last. */
  notified: RoutingStatus | null;
}

export const newAgent = (agentId: AgentId, now: number): Agent => ({
  agentId,
  state: 'not-ready',
  reason: 'signed-in',
  domains: [],
  since: now,
  availableSince: now,
  connected: true,
  graceEndsAt: null,
  offerId: null,
  inHand: [],
  pendingReason: null,
  handled: 0,
  handleMs: 0,
  notified: null,
});
