import type { FinesseMedia } from '../codec/media.ts';

/** How an agent stands in a media routing domain, in Eyeline's words (naming guide, "agent in a domain"). */
export type DomainStanding =
  | 'not-ready'
  | 'ready'
  | 'reserved'
  | 'active'
  | 'busy'
  | 'pending-not-ready'
  | 'interrupted';

/**
 * Maps an agent's state in a domain of CCE's to ours. An agent who is ready and not routable gets no new task: `not-ready`,
 * and `pending-not-ready` while tasks are still at hand.
 * @param tasks how many tasks of the domain the agent has
 */
export function domainStandingOf(media: FinesseMedia, tasks = 0): DomainStanding {
  switch (media.state) {
    case 'reserved':
      return 'reserved';
    case 'interrupted':
      return 'interrupted';
    case 'active':
    case 'paused':
    case 'wrapping-up':
    case 'wrapping-up-ready':
      if (!media.isRoutable) return 'pending-not-ready';
      return media.maxDialogs !== undefined && tasks >= media.maxDialogs ? 'busy' : 'active';
    case 'wrapping-up-not-ready':
      return 'pending-not-ready';
    case 'ready':
      return media.isRoutable ? 'ready' : tasks > 0 ? 'pending-not-ready' : 'not-ready';
    case 'not-ready':
      return tasks > 0 ? 'pending-not-ready' : 'not-ready';
    case 'logged-out':
    case 'unknown':
      return 'not-ready';
  }
}
