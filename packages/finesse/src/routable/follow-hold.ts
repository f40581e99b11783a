import type { MediaState } from '../words/finesse-words.ts';
import type { RoutableHold } from './hold.ts';

/** An agent's domain, as it was read. */
export interface RoutableView {
  readonly state: MediaState;
  readonly isRoutable: boolean;
}

/** How long after Finesse took a command it may take until the change is seen, ms. */
export const settleMs = 3_000;

export interface FollowedHold {
  readonly hold: RoutableHold;
  /** Asked for now; the hold waits for its token. */
  readonly command?: 'routable' | 'not-routable';
  /** Finesse took the command to make the agent routable, and the agent is not. */
  readonly isLeft?: true;
}

/** What follows from a poll of one domain of an agent. `token`: of a command, if there is one. */
export function followHold(
  hold: RoutableHold,
  { state, isRoutable }: RoutableView,
  { isOccupied, now, token }: { readonly isOccupied: boolean; readonly now: number; readonly token: number },
): FollowedHold {
  // Signing in makes routable: nothing of ours is left.
  if (state === 'logged-out') return { hold: { phase: 'none' } };
  if (state === 'unknown') return { hold };
  const handPrevails: FollowedHold = { hold: { phase: isOccupied ? 'theirs' : 'none' } };
  switch (hold.phase) {
    case 'none':
      // With a task that is not started yet the change would come at some time later.
      if (!isOccupied || state === 'reserved') return { hold };
      if (!isRoutable) return handPrevails;
      return { hold: { phase: 'asked', token }, command: 'not-routable' };
    case 'theirs':
      return isOccupied ? { hold } : { hold: { phase: 'none' } };
    case 'asked':
      if (hold.ackedAt === undefined) return { hold };
      if (!isRoutable) return release(isOccupied, token);
      if (state === 'reserved' || now < hold.ackedAt + settleMs) return { hold };
      return handPrevails;
    case 'held':
      return isRoutable ? handPrevails : release(isOccupied, token);
    case 'releasing':
      if (hold.ackedAt === undefined) return { hold };
      if (isRoutable) return { hold: { phase: 'none' } };
      // Whether it was lost or undone by hand cannot be told: what was done by hand prevails.
      return now < hold.ackedAt + settleMs ? { hold } : { ...handPrevails, isLeft: true };
  }
}

const release = (isOccupied: boolean, token: number): FollowedHold =>
  isOccupied ? { hold: { phase: 'held' } } : { hold: { phase: 'releasing', token }, command: 'routable' };
