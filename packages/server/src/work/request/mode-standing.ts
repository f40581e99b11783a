import type { FallbackReason, ModeStanding } from '@eyeline/protocol';
import {
  type FallbackOption,
  fallbackOf,
  fallbackOptions,
  isOpen,
  nextOpening,
  own,
  queueFigures,
  type RoutingDomain,
  viability,
} from '@eyeline/routing';
import type { SiteEntryPoint } from '../../settings/config.ts';
import { canCallBack, isPossible, reasonOf } from '../fallback/fallback.ts';
import type { WorkRooms } from '../work-port.ts';
import { hoursOf } from './hours.ts';
import { proposeRoute, queueIdOf } from './propose-route.ts';

/** How a way to be served is asked for: a message that is left is answered by e-mail. */
export const domainOf = (step: FallbackOption): RoutingDomain => (step === 'message' ? 'email' : step);

/** The way in which somebody is served in a domain. */
export const modeOf = (domain: RoutingDomain): FallbackOption => (domain === 'email' ? 'message' : domain);

/** How each of the entry point's modes stands for who comes now. A queue that never serves one of them is not offered for it. */
export const modeStandings = (rooms: WorkRooms, entryPoint: SiteEntryPoint): ModeStanding[] =>
  entryPoint.modes
    .filter(mode => isServed(rooms, entryPoint, mode))
    .map(mode => {
      const domain = domainOf(mode);
      const because = obstacleOf(rooms, entryPoint, mode);
      const figures =
        because === null ? queueFigures(rooms.work.state, routeOf(rooms, entryPoint, domain).queueId) : [];
      const [kind] = entryPoint.escalation.customerMayStart;
      const isCall = mode === 'video';
      return {
        mode,
        ...(isCall && kind && { kind }),
        because,
        instead: isCall ? insteadOf(rooms, entryPoint, mode) : [],
        wait: isCall || mode === 'chat' ? (figures.find(line => line.domain === domain)?.wait ?? null) : null,
      };
    });

/** What else a customer may have who waits for this: the other modes, and the fallback, as far as they can be served. */
export function insteadOf(rooms: WorkRooms, entryPoint: SiteEntryPoint, mode: FallbackOption): FallbackOption[] {
  const domain = domainOf(mode);
  const { queueId, fallback } = routeOf(rooms, entryPoint, domain);
  const steps = fallbackOf(rooms.work.state, { queueId, domain, fallback });
  return fallbackOptions.filter(
    one =>
      one !== mode &&
      (entryPoint.modes.includes(one) || (steps.includes(one) && isPossible(rooms, entryPoint, one))) &&
      obstacleOf(rooms, entryPoint, one) === null,
  );
}

/** Why nobody can serve this way now; null while somebody can. */
function obstacleOf(rooms: WorkRooms, entryPoint: SiteEntryPoint, mode: FallbackOption): FallbackReason | null {
  const domain = domainOf(mode);
  const { queueId } = routeOf(rooms, entryPoint, domain);
  const { state } = rooms.work;
  if (mode === 'message') return isPossible(rooms, entryPoint, mode) ? null : 'no-media';
  if (mode === 'callback' && !canCallBack(rooms, queueId)) return 'no-media';
  const hours = hoursOf(rooms, entryPoint, queueId);
  const now = rooms.interaction.now();
  // Nobody has to be there now for a callback, but some day.
  if (!isOpen(hours, now) && (mode !== 'callback' || nextOpening(hours, now) === null)) return 'closed';
  if (mode === 'callback') return null;
  const found = viability(state, { domain, queueId });
  return found.servable ? null : reasonOf(found.because);
}

/** May somebody come for it who is not there yet? */
function isServed(rooms: WorkRooms, entryPoint: SiteEntryPoint, mode: FallbackOption): boolean {
  if (mode !== 'chat' && mode !== 'video') return true;
  const { queueId } = routeOf(rooms, entryPoint, mode);
  return own(rooms.settings.config.routing.queues, queueId)?.domains.includes(mode) ?? false;
}

function routeOf(rooms: WorkRooms, entryPoint: SiteEntryPoint, domain: RoutingDomain) {
  const outcome = proposeRoute(rooms, entryPoint, { domain, form: {} });
  return { queueId: queueIdOf(rooms, outcome), fallback: outcome.fallback ?? null };
}
