import { followHold, type RoutableView } from './follow-hold.ts';
import { freeAgent, isHeld, type RoutableHold, type RoutableState, unheld } from './hold.ts';

export type RoutableInput =
  | { readonly type: 'agent.occupied'; readonly agentId: string; readonly isOccupied: boolean }
  /** Read after everything that was asked for before. By the domain's id. */
  | { readonly type: 'media.seen'; readonly agentId: string; readonly media: Readonly<Record<string, RoutableView>> }
  /** Finesse took the command, or may have. */
  | { readonly type: 'command.taken'; readonly agentId: string; readonly token: number }
  /** Finesse did not take it. */
  | { readonly type: 'command.refused'; readonly agentId: string; readonly token: number };

/** To be carried out when the state is stored. */
export type RoutableEffect =
  | {
      readonly type: 'command.send';
      readonly agentId: string;
      readonly mediaId: string;
      readonly command: 'routable' | 'not-routable';
      readonly token: number;
    }
  /** An agent may have been left not routable by us; nothing more is done. */
  | { readonly type: 'agent.left'; readonly agentId: string; readonly mediaId: string };

export interface RoutableDecision {
  readonly state: RoutableState;
  readonly effects: readonly RoutableEffect[];
}

/**
 * Whether CCE shall give an agent tasks of its own, while the agent has work of ours that leaves no room for them. A look
 * (`media.seen`) is what moves it on. Pure. `now`: ms since the epoch.
 */
export function decideRoutable(state: RoutableState, input: RoutableInput, now: number): RoutableDecision {
  const { agentId } = input;
  const agent = state.agents[agentId] ?? freeAgent;
  const effects: RoutableEffect[] = [];
  let { nextToken } = state;
  let { isOccupied } = agent;
  const holds: Record<string, RoutableHold> = { ...agent.holds };
  switch (input.type) {
    case 'agent.occupied':
      ({ isOccupied } = input);
      break;
    case 'command.taken':
    case 'command.refused':
      for (const [mediaId, hold] of Object.entries(holds))
        if ('token' in hold && hold.token === input.token)
          holds[mediaId] = input.type === 'command.taken' ? { ...hold, ackedAt: now } : before(hold);
      break;
    case 'media.seen':
      for (const [mediaId, view] of Object.entries(input.media)) {
        const token = nextToken;
        const { hold, command, isLeft } = followHold(holds[mediaId] ?? unheld, view, { isOccupied, now, token });
        holds[mediaId] = hold;
        if (command) nextToken += 1;
        if (command) effects.push({ type: 'command.send', agentId, mediaId, command, token });
        if (isLeft) effects.push({ type: 'agent.left', agentId, mediaId });
      }
  }
  const { [agentId]: _, ...others } = state.agents;
  const kept = Object.fromEntries(Object.entries(holds).filter(([, { phase }]) => phase !== 'none'));
  const next = { isOccupied, holds: kept };
  const isIdle = !isOccupied && !isHeld(next) && Object.keys(kept).length === 0;
  return { state: { nextToken, agents: isIdle ? others : { ...others, [agentId]: next } }, effects };
}

/** As if it had not been asked for; the next look decides anew. */
const before = ({ phase }: RoutableHold): RoutableHold => ({ phase: phase === 'releasing' ? 'held' : 'none' });
