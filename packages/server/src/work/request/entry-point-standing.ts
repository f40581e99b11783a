import type { EntryPointStanding, FallbackOption } from '@eyeline/protocol';
import { holidaysAt, nextOpening, openSpans, viability } from '@eyeline/routing';
import type { SiteEntryPoint } from '../../settings/config.ts';
import type { WorkRooms } from '../work-port.ts';
import { hoursOf } from './hours.ts';
import { domainOf } from './mode-standing.ts';
import { proposeRoute, queueIdOf } from './propose-route.ts';

const dayMs = 24 * 3_600_000;

/** Before these somebody has to be there; the others wait until somebody is. */
const isLive = (mode: FallbackOption): boolean => mode === 'chat' || mode === 'video';

/** What is known of the modes already, so that it is not asked for twice. */
interface Known {
  readonly modes: readonly { readonly mode: FallbackOption; readonly because: string | null }[];
  readonly fallback: { readonly steps: readonly FallbackOption[] } | null;
}

/**
 * How an entry point stands, for a page that only has its button: it is open while one of the ways to begin is for which
 * somebody has to be there, and those are offered that somebody is ready for. O(modes x entries of their calendars).
 */
export function entryPointStanding(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  { modes, fallback }: Known,
): EntryPointStanding {
  const now = rooms.interaction.now();
  const routes = entryPoint.modes.map(mode => {
    const domain = domainOf(mode);
    const queueId = queueIdOf(rooms, proposeRoute(rooms, entryPoint, { domain, form: {} }));
    return { mode, domain, queueId, hours: hoursOf(rooms, entryPoint, queueId) };
  });
  const live = routes.filter(({ mode }) => isLive(mode));
  const counting = live.length > 0 ? live : routes;
  const isReady = (mode: FallbackOption): boolean => {
    const route = routes.find(one => one.mode === mode);
    if (!route || !isLive(mode)) return true;
    const found = viability(rooms.work.state, route);
    return found.servable && found.ready;
  };
  const coming = counting.map(({ hours }) => [...openSpans(hours, now, now + 2 * dayMs)]);
  const isOpen = coming.some(([first]) => first?.from === now);
  const opensAt = isOpen ? null : earliest(counting.map(({ hours }) => nextOpening(hours, now)));
  const closesAt = Math.max(...coming.flatMap(([first]) => (first?.from === now ? first.to : [])));
  const changesAt = isOpen ? closesAt : (opensAt ?? Number.POSITIVE_INFINITY);
  return {
    entryPointId: entryPoint.entryPointId,
    isOpen,
    opensAt,
    holiday: isOpen ? null : (counting.flatMap(({ hours }) => holidaysAt(hours, now))[0] ?? null),
    now,
    changesAt: changesAt < now + 2 * dayMs ? changesAt : null,
    modes: modes.filter(({ mode, because }) => because === null && isReady(mode)).map(({ mode }) => mode),
    steps: [...(fallback?.steps ?? [])],
  };
}

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.flatMap(instant => instant ?? []);
  return known.length > 0 ? Math.min(...known) : null;
}
