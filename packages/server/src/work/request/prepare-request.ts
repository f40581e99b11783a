import type { CallbackRequest, InteractionId } from '@eyeline/protocol';
import { type CallbackWindow, type RouteOutcome, skillsOf, type TaskRequest } from '@eyeline/routing';
import type { SiteEntryPoint } from '../../settings/config.ts';
import type { WorkRooms } from '../work-port.ts';
import { requireOpenHours, requireWindow } from './opening.ts';
import { queueIdOf, type RouteInput } from './propose-route.ts';
import { settleRequest } from './settle-request.ts';

export interface PreparedRequest {
  readonly outcome: RouteOutcome;
  readonly window: CallbackWindow | null;
  /** What routing is asked for. */
  readonly asked: Omit<TaskRequest, 'taskId'>;
}

/**
 * Settles where a request goes, before anything is stored.
 * @throws Refusal `closed` or `callback-not-possible`
 */
export async function prepareRequest(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  interactionId: InteractionId,
  asked: RouteInput & { readonly callback?: CallbackRequest | undefined },
): Promise<PreparedRequest> {
  return requestFor(rooms, entryPoint, await settleRequest(rooms, entryPoint, interactionId, asked), asked);
}

/** @throws Refusal `closed` or `callback-not-possible` */
export function requestFor(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  outcome: RouteOutcome,
  { domain, form, callback }: RouteInput & { readonly callback?: CallbackRequest | undefined },
): PreparedRequest {
  requireOpenHours(rooms, entryPoint, outcome, domain);
  const queueId = queueIdOf(rooms, outcome);
  const window = domain === 'callback' ? requireWindow(rooms, entryPoint, queueId, callback) : null;
  const skills = skillsOf(outcome);
  const { priority, fallback, insists } = outcome;
  const preferredAgentId = outcome.preferredAgentId ?? rooms.work.lastAgents.find(entryPoint, form);
  return {
    outcome,
    window,
    asked: {
      domain,
      queueId,
      ...(priority === undefined ? {} : { priority }),
      ...(fallback === undefined ? {} : { fallback }),
      ...(skills.length === 0 ? {} : { skills }),
      ...(preferredAgentId === undefined
        ? {}
        : // Rules may name agents by their user names.
          { preferredAgentId: rooms.people.accounts.agentIdOf(preferredAgentId) ?? preferredAgentId }),
      ...(insists ? { insists } : {}),
      ...(window ? { callback: window } : {}),
      ...(entryPoint.calendar === undefined ? {} : { calendar: entryPoint.calendar }),
    },
  };
}

/** What the desk may read beside the form. */
export function attributesOf({ attributes }: RouteOutcome): { readonly attributes?: Readonly<Record<string, string>> } {
  if (!attributes || Object.keys(attributes).length === 0) return {};
  const text = (value: (typeof attributes)[string]) => (Array.isArray(value) ? value.join(', ') : String(value));
  return { attributes: Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, text(value)])) };
}
