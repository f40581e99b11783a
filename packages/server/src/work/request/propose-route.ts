import type { FormValues, KnownCustomer } from '@eyeline/protocol';
import {
  applyRules,
  mergeOutcomes,
  opennessAt,
  type QueueFigures,
  queueFigures,
  type RouteFacts,
  type RouteOutcome,
  type RoutingDomain,
} from '@eyeline/routing';
import type * as v from 'valibot';
import type { SiteEntryPoint } from '../../settings/config.ts';
import type { WorkRooms } from '../work-port.ts';

export interface RouteInput {
  readonly domain: RoutingDomain;
  readonly form: FormValues;
  /** Who asks; left out: nobody has said. */
  readonly customer?: KnownCustomer | null;
}

/** What rules, router and hook may know of a request. O(queues). */
export function routeFacts(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  { domain, form, customer }: RouteInput,
): RouteFacts {
  const { config } = rooms.settings;
  const figures = Object.keys(config.routing.queues).map(queueId => [queueId, figuresOf(rooms, queueId, domain)]);
  return {
    entryPointId: entryPoint.entryPointId,
    channel: 'web',
    domain,
    form,
    customer: customerFacts(customer),
    attributes: { ...customer?.attributes },
    queues: Object.fromEntries(figures),
    calendars: opennessAt(config.calendars, rooms.interaction.now()),
  };
}

/** What is proven of a customer, or claimed, as `level` says; what a page says besides is an attribute of the interaction. */
function customerFacts(customer: KnownCustomer | null | undefined): RouteFacts['customer'] {
  if (!customer) return { level: 'anonymous' };
  const { realm: _, details, attributes: __, ...who } = customer;
  return {
    ...details,
    ...Object.fromEntries(Object.entries(who).flatMap(([key, value]) => (value ? [[key, value]] : []))),
  };
}

type Figures = v.InferOutput<typeof QueueFigures>;

function figuresOf({ work }: Pick<WorkRooms, 'work'>, queueId: string, domain: RoutingDomain): Figures {
  const lines = queueFigures(work.state, queueId);
  const own = lines.find(line => line.domain === domain);
  return {
    waiting: lines.reduce((sum, line) => sum + line.waiting, 0),
    ready: own?.idle ?? 0,
    longestWaitMs: Math.max(0, ...lines.map(line => line.longestWaitMs ?? 0)),
    estimatedWaitMs: own?.wait?.expectedMs ?? null,
  };
}

/** What the entry point and the rules say of a request. */
export function proposeRoute(rooms: WorkRooms, entryPoint: SiteEntryPoint, asked: RouteInput): RouteOutcome {
  const { queue, fallback, rules: own } = entryPoint;
  const outcome: RouteOutcome = {
    ...(queue === undefined ? {} : { queueId: queue }),
    ...(fallback === undefined ? {} : { fallback }),
  };
  const rules = [...rooms.settings.config.rules, ...own];
  if (rules.length === 0) return outcome;
  return mergeOutcomes(outcome, applyRules(rules, routeFacts(rooms, entryPoint, asked)).outcome);
}

export const queueIdOf = ({ settings }: Pick<WorkRooms, 'settings'>, { queueId }: RouteOutcome): string =>
  queueId ?? settings.config.routing.defaultQueue;
