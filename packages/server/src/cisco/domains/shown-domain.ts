import type { DomainStanding } from '@eyeline/finesse';
import type { AgentId } from '@eyeline/protocol';

/** How an agent stands in one of CCE's domains. */
export interface ShownDomain {
  readonly id: string;
  readonly name: string;
  readonly state: DomainStanding;
  readonly routable: boolean;
}

/** Who knows how agents stand in CCE's domains. */
export interface ShownDomains {
  /** As it was seen last; null for an agent who cannot be looked at, or was not yet. */
  of(agentId: AgentId): readonly ShownDomain[] | null;
  /** The agent may be looked at in another way now. */
  review(agentId: AgentId): void;
}
