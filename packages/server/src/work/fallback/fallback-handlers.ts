import type { CallbackRequest, FallbackOption } from '@eyeline/protocol';
import { type CallbackWindow, fallbackOf } from '@eyeline/routing';
import { type Membership, requireMembership, requireOpen } from '../../interaction/access.ts';
import type { Change } from '../../interaction/change.ts';
import { phoneFor } from '../../interaction/form.ts';
import { type Handlers, once } from '../../interaction/handler.ts';
import { maskIn } from '../../interaction/masking/masking.ts';
import { hasDone } from '../../interaction/own-facts.ts';
import { Refusal } from '../../people/refusal.ts';
import { customerRefusals } from '../../settings/sentences/refusals.ts';
import { isWaiting, taskOf } from '../closing.ts';
import { notifyFallback } from '../effects/notify.ts';
import { domainOf, insteadOf, modeOf } from '../request/mode-standing.ts';
import { requireWindow } from '../request/opening.ts';
import { requestFor } from '../request/prepare-request.ts';
import { proposeRoute } from '../request/propose-route.ts';
import type { WorkRooms } from '../work-port.ts';
import { fallbackNow, isPossible } from './fallback.ts';

/** A customer who waits, or was not served, takes what is there instead. */
export const fallbackHandlers = (rooms: WorkRooms) =>
  ({
    'fallback.take': once({
      wasDone: ({ interactionId, step }, request) => {
        const log = rooms.interaction.logs.get(interactionId);
        const taken = step === 'callback' ? 'callback.scheduled' : 'interaction.redirected';
        return log?.interaction.domain === domainOf(step) && hasDone(log, request, ({ type }) => type === taken);
      },
      carryOut: (change, { interactionId, step, callback }, request) => {
        const membership = requireMembership(rooms, request, interactionId);
        if (membership.identity.role !== 'customer') throw new Refusal('not-allowed');
        requireOpen(membership);
        requireStep(rooms, membership, step);
        take(rooms, change, membership, step, callback);
        change.afterCommit(() => notifyFallback(rooms, interactionId, fallbackNow(rooms, membership.log)));
        return {};
      },
    }),
  }) satisfies Pick<Handlers, 'fallback.take'>;

/** @throws Refusal `not-allowed` unless the step is open to this customer now */
function requireStep(rooms: WorkRooms, { log }: Membership, step: FallbackOption): void {
  const task = taskOf(rooms, log);
  if (task && !isWaiting(rooms, log)) throw new Refusal('not-allowed', customerRefusals.agentIsThere);
  const proposed = fallbackNow(rooms, log)?.steps ?? (task ? fallbackOf(rooms.work.state, task) : []);
  const { entryPointId } = log.interaction;
  const entryPoint = entryPointId ? rooms.settings.siteEntryPoint(entryPointId) : undefined;
  // Who waits for one of the modes may have another.
  const others = task && entryPoint ? insteadOf(rooms, entryPoint, modeOf(log.interaction.domain)) : [];
  if (!(proposed.includes(step) || others.includes(step)) || !isPossible(rooms, entryPoint, step))
    throw new Refusal('not-allowed', customerRefusals.notPossibleNow);
}

function take(
  rooms: WorkRooms,
  change: Change,
  { identity, log }: Membership,
  step: FallbackOption,
  asked: CallbackRequest | undefined,
): void {
  const { entryPointId, form, taskId, customer } = log.interaction;
  const { participantId } = identity;
  const entryPoint = entryPointId ? rooms.settings.siteEntryPoint(entryPointId) : undefined;
  const task = taskOf(rooms, log);
  if (!entryPoint || !taskId) throw new Refusal('not-allowed', customerRefusals.notPossibleNow);
  const schedule = ({ from, until, timeZone: zone }: CallbackWindow) => {
    const { form: lacking } = phoneFor(entryPoint, form, asked);
    const hidden = lacking && { form: maskIn(rooms, log).values(lacking) };
    change.append(log, { type: 'callback.scheduled', participantId, from, until, zone, ...hidden });
  };
  const redirect = () =>
    change.append(log, {
      type: 'interaction.redirected',
      participantId,
      domain: domainOf(step),
    });
  if (task && step === 'callback') {
    const window = requireWindow(rooms, entryPoint, task.queueId, asked);
    schedule(window);
    change.route({ type: 'callback.asked', taskId, window });
    return;
  }
  if (task && step !== 'message') {
    redirect();
    change.route({ type: 'task.domain-asked', taskId, domain: domainOf(step) });
    return;
  }
  // A message goes where messages are read; and what routing has given up is asked for anew.
  const domain = domainOf(step);
  const outcome = proposeRoute(rooms, entryPoint, { domain, form, customer });
  const request = requestFor(rooms, entryPoint, outcome, { domain, form, callback: asked });
  if (request.window) schedule(request.window);
  else redirect();
  change.onUndo(rooms.work.unserved.delete(log.interactionId));
  if (task) change.route({ type: 'task.withdrawn', taskId });
  change.route({ type: 'task.requested', taskId, ...request.asked });
}
