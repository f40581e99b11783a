/**
 * What is ours of an agent's being routable in one media routing domain. `theirs`: not routable by the agent's own choice, or
 * made routable by hand while it was held: left alone until the agent is free again. `asked`, `releasing`: a command is under
 * way; `ackedAt` is when Finesse took it, ms.
 */
export type RoutableHold =
  | { readonly phase: 'none' | 'theirs' | 'held' }
  | { readonly phase: 'asked' | 'releasing'; readonly token: number; readonly ackedAt?: number };

export interface RoutableAgent {
  /** Has work of ours beside which no other has room. */
  readonly isOccupied: boolean;
  /** By the domain's id; those that are missing are `none`. */
  readonly holds: Readonly<Record<string, RoutableHold>>;
}

/** Plain JSON, by agent. */
export interface RoutableState {
  readonly nextToken: number;
  readonly agents: Readonly<Record<string, RoutableAgent>>;
}

export const emptyRoutable: RoutableState = { nextToken: 1, agents: {} };
export const unheld: RoutableHold = { phase: 'none' };
export const freeAgent: RoutableAgent = { isOccupied: false, holds: {} };

/** Whether anything of ours is on the agent, or may yet be. */
export const isHeld = ({ holds }: RoutableAgent): boolean =>
  Object.values(holds).some(({ phase }) => phase === 'asked' || phase === 'held' || phase === 'releasing');

/** After a restart: what was under way may have been carried out or not, which the next poll tells. */
export function resumeRoutable(state: RoutableState, now: number): RoutableState {
  const resume = (hold: RoutableHold): RoutableHold =>
    hold.phase === 'asked' ? { ...hold, ackedAt: now } : hold.phase === 'releasing' ? { phase: 'held' } : hold;
  const agents = Object.entries(state.agents).map(([agentId, { holds }]) => {
    const resumed = Object.entries(holds).map(([id, hold]) => [id, resume(hold)] as const);
    return [agentId, { isOccupied: false, holds: Object.fromEntries(resumed) }] as const;
  });
  return { ...state, agents: Object.fromEntries(agents) };
}
