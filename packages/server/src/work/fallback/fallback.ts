import type { Fallback, FallbackReason } from '@eyeline/protocol';
import {
  type FallbackOption,
  fallbackOf,
  own,
  type RoutingDomain,
  type TaskEnding,
  type UnservableReason,
  unservedReason,
} from '@eyeline/routing';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import type { SiteEntryPoint } from '../../settings/config.ts';
import { missingField } from '../../settings/missing-field.ts';
import { taskOf } from '../closing.ts';
import { proposeRoute, queueIdOf } from '../request/propose-route.ts';
import type { WorkRooms } from '../work-port.ts';

/** Why a customer is not served, in the words of the wire. */
export function reasonOf(because: UnservableReason | TaskEnding): FallbackReason {
  switch (because) {
    case 'nobody-signed-in':
    case 'no-media':
    case 'no-skill':
    case 'agent-absent':
    case 'queue-full':
      return because;
    case 'unknown-queue':
    case 'domain-not-served':
      return 'no-media';
    default:
      return 'overdue';
  }
}

/** Is there a place for what a step needs and, for a message, somebody who gets it? */
export function isPossible(rooms: WorkRooms, entryPoint: SiteEntryPoint | undefined, step: FallbackOption): boolean {
  if (step !== 'callback' && step !== 'message') return true;
  if (!entryPoint || missingField(step, entryPoint) !== null) return false;
  return step === 'callback' || canLeaveMessage(rooms, entryPoint);
}

/** Routing's fallback, without what is not possible here. */
export function fallbackFor(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint | undefined,
  because: UnservableReason | TaskEnding,
  steps: readonly FallbackOption[],
): Fallback {
  const allowed = steps.filter(step => isPossible(rooms, entryPoint, step));
  return { because: reasonOf(because), steps: allowed, opensAt: null };
}

/** Would a message that is left come to a queue that reads messages? */
function canLeaveMessage(rooms: WorkRooms, entryPoint: SiteEntryPoint): boolean {
  const queueId = queueIdOf(rooms, proposeRoute(rooms, entryPoint, { domain: 'email', form: {} }));
  return own(rooms.settings.config.routing.queues, queueId)?.domains.includes('email') === true;
}

/** Can the queue call back at all? */
export function canCallBack({ settings }: Pick<WorkRooms, 'settings'>, queueId: string): boolean {
  const queue = own(settings.config.routing.queues, queueId);
  return queue?.callback !== undefined && queue.domains.includes('callback');
}

/** What a customer who waits may be given instead at this moment; null while the request can be served. */
export function fallbackNow(rooms: WorkRooms, log: InteractionLog): Fallback | null {
  const { interactionId, isClosed, interaction } = log;
  if (isClosed) return null;
  const task = taskOf(rooms, log);
  if (!task) return rooms.work.unserved.get(interactionId);
  if (!task.notifiedUnservable || task.state === 'scheduled') return null;
  const { state } = rooms.work;
  const because = unservedReason(state, task);
  if (because === null) return null;
  const entryPoint = interaction.entryPointId ? rooms.settings.siteEntryPoint(interaction.entryPointId) : undefined;
  return fallbackFor(rooms, entryPoint, because, fallbackOf(state, task));
}

/** What comes after what was asked for, among what does not need anybody to be there. */
export function fallbackWhenClosed(
  rooms: WorkRooms,
  entryPoint: SiteEntryPoint,
  { queueId, domain, opensAt }: { queueId: string; domain: RoutingDomain; opensAt: number | null },
): Fallback {
  const { fallback } = entryPoint;
  const steps = fallbackOf(rooms.work.state, { queueId, domain, fallback: fallback ?? null }).filter(
    step => (step === 'message' || (step === 'callback' && opensAt !== null)) && isPossible(rooms, entryPoint, step),
  );
  return { because: 'closed', steps, opensAt };
}
