import type { Availability, EntryPointStanding, Fallback, CallbackRequest as WireCallback } from '@eyeline/protocol';
import {
  CallbackRequest,
  type CallbackWindow,
  callbackWindow,
  fallbackOf,
  isOpen,
  nextOpening,
  type RouteOutcome,
  type RoutingDomain,
  viability,
} from '@eyeline/routing';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import type { SiteEntryPoint } from '../../settings/config.ts';
import { customerRefusals } from '../../settings/sentences/refusals.ts';
import { canCallBack, fallbackFor, fallbackWhenClosed } from '../fallback/fallback.ts';
import type { WorkRooms } from '../work-port.ts';
import { entryPointStanding } from './entry-point-standing.ts';
import { hoursOf } from './hours.ts';
import { domainOf, modeStandings } from './mode-standing.ts';
import { proposeRoute, queueIdOf } from './propose-route.ts';

/** How the entry point stands for who comes now. */
export function availabilityOf(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
): Availability & { readonly standing: EntryPointStanding } {
  const modes = modeStandings(rooms, entryPoint);
  const [first] = entryPoint.modes;
  const asked = domainOf(first ?? 'chat');
  const isServable = modes.some(({ because }) => because === null);
  const now = rooms.interaction.now();
  const fallback = isServable ? null : fallbackFrom(rooms, entryPoint, asked, now);
  const standing = entryPointStanding(rooms, entryPoint, { modes, fallback });
  return { fallback, modes, wait: modes[0]?.wait ?? null, now, standing };
}

/** What there is in place of what cannot be served now; null where it can. */
function fallbackFrom(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  domain: RoutingDomain,
  now: number,
): Fallback | null {
  const outcome = proposeRoute(rooms, entryPoint, { domain, form: {} });
  const queueId = queueIdOf(rooms, outcome);
  const hours = hoursOf(rooms, entryPoint, queueId);
  const { state } = rooms.work;
  if (!isOpen(hours, now)) {
    const opensAt = nextOpening(hours, now);
    return fallbackWhenClosed(rooms, entryPoint, { queueId, domain, opensAt });
  }
  const found = viability(state, { domain, queueId });
  if (found.servable) return null;
  return fallbackFor(
    rooms,
    entryPoint,
    found.because,
    fallbackOf(state, { queueId, domain, fallback: outcome.fallback ?? null }),
  );
}

/** Requests that nobody has to be there for at once. */
const deferredDomains: readonly RoutingDomain[] = ['email', 'callback'];

/** @throws Refusal `closed`, unless it is open or the request can wait */
export function requireOpenHours(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  outcome: RouteOutcome,
  domain: RoutingDomain,
): void {
  if (deferredDomains.includes(domain)) return;
  if (!isOpen(hoursOf(rooms, entryPoint, queueIdOf(rooms, outcome)), rooms.interaction.now()))
    throw new Refusal('closed');
}

/**
 * When the customer will be called: what they asked for, within opening hours.
 * @throws Refusal `callback-not-possible` that says when it could be
 */
export function requireWindow(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  queueId: string,
  asked: WireCallback | undefined,
): CallbackWindow {
  if (!canCallBack(rooms, queueId)) throw new Refusal('callback-not-possible', customerRefusals.noCallbackHere);
  if (!asked) throw new Refusal('callback-not-possible', customerRefusals.callbackWhen);
  const { phone: _, ...when } = asked;
  const parsed = v.safeParse(CallbackRequest, { type: 'between', ...when });
  if (!parsed.success)
    throw new Refusal('callback-not-possible', customerRefusals.callbackExpected(parsed.issues[0].message));
  const answer = callbackWindow(parsed.output, hoursOf(rooms, entryPoint, queueId), rooms.interaction.now());
  if (answer.ok) return answer.window;
  const why = answer.code === 'passed' ? customerRefusals.callbackPassed : customerRefusals.callbackClosed;
  throw new Refusal('callback-not-possible', why(nextSentence(answer.nextOpening, asked.zone)));
}

const nextSentence = (instant: number | null, timeZone: string): string =>
  instant === null ? customerRefusals.writeInstead : customerRefusals.callbackFrom(instant, timeZone);
