import type { Availability, CallbackRequest as WireCallback } from '@eyeline/protocol';
import {
  type Calendar,
  CallbackRequest,
  type CallbackWindow,
  calendarsNamed,
  callbackWindow,
  fallbackOf,
  isOpen,
  nextOpening,
  own,
  queueFigures,
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
import { proposeRoute, queueIdOf } from './propose-route.ts';

/** The calendars that count for a queue at an entry point: both must be open. */
export function hoursOf(
  { settings }: Pick<WorkRooms, 'settings'>,
  entryPoint: SiteEntryPoint,
  queueId: string,
): readonly Calendar[] {
  const { config } = settings;
  return calendarsNamed(config.calendars, entryPoint.calendar, own(config.routing.queues, queueId)?.calendar);
}

/** How the entry point stands for who comes now. */
export function availabilityOf(rooms: WorkRooms, entryPoint: SiteEntryPoint): Availability {
  const domain = 'chat';
  const outcome = proposeRoute(rooms, entryPoint, { domain, form: {} });
  const queueId = queueIdOf(rooms, outcome);
  const hours = hoursOf(rooms, entryPoint, queueId);
  const now = rooms.interaction.now();
  const { state } = rooms.work;
  if (!isOpen(hours, now)) {
    const opensAt = nextOpening(hours, now);
    return { fallback: fallbackWhenClosed(rooms, entryPoint, { queueId, domain, opensAt }), wait: null, now };
  }
  const found = viability(state, { domain, queueId });
  if (!found.servable) {
    const steps = fallbackOf(state, { queueId, domain, fallback: outcome.fallback ?? null });
    return { fallback: fallbackFor(rooms, entryPoint, found.because, steps), wait: null, now };
  }
  const wait = queueFigures(state, queueId).find(line => line.domain === domain)?.wait ?? null;
  return { fallback: null, wait, now };
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
