import type { CallbackWish, LadderStep } from '@eyeline/protocol';
import { type CallbackWindow, ladderOf, type RoutingDomain } from '@eyeline/routing';
import { requireOpen, requireSeat, type Seat } from '../../interaction/access.ts';
import type { Change } from '../../interaction/change.ts';
import { phoneFor } from '../../interaction/form.ts';
import { type Handlers, once } from '../../interaction/handler.ts';
import { Refusal } from '../../people/refusal.ts';
import type { ContactCentre } from '../../process/contact-centre.ts';
import { tellLadder } from '../announce.ts';
import { isWaiting, taskOf } from '../closing.ts';
import { requireWindow } from '../request/opening.ts';
import { requestFor } from '../request/prepare-request.ts';
import { proposeRoute } from '../request/propose-route.ts';
import { isPossible, ladderNow } from './ladder.ts';

const domainOf = (step: LadderStep): RoutingDomain => (step === 'message' ? 'email' : step);

/** A customer who waits, or was not served, takes what is there instead. */
export const ladderHandlers = {
  'ladder.take': once({
    carryOut: (change, { interactionId, step, callback }, request) => {
      const { centre } = request;
      const seat = requireSeat(request, interactionId);
      if (seat.identity.role !== 'customer') throw new Refusal('not-allowed');
      requireOpen(seat);
      requireStep(centre, seat, step);
      take(centre, change, seat, step, callback);
      change.afterCommit(() => tellLadder(centre, interactionId, ladderNow(centre, seat.log)));
      return {};
    },
  }),
} satisfies Pick<Handlers, 'ladder.take'>;

/** @throws Refusal `not-allowed` unless the step is open to this customer now */
function requireStep(centre: ContactCentre, { log }: Seat, step: LadderStep): void {
  const task = taskOf(centre, log);
  if (task && !isWaiting(centre, log)) throw new Refusal('not-allowed', 'An agent is with you already.');
  const proposed = ladderNow(centre, log)?.steps ?? (task ? ladderOf(centre.routing.state, task) : []);
  const { entryPointId } = log.interaction;
  const entryPoint = entryPointId ? centre.siteEntryPoint(entryPointId) : undefined;
  if (!proposed.includes(step) || !isPossible(centre, entryPoint, step))
    throw new Refusal('not-allowed', 'That is not possible at the moment.');
}

function take(
  centre: ContactCentre,
  change: Change,
  { identity, log }: Seat,
  step: LadderStep,
  wish: CallbackWish | undefined,
): void {
  const { entryPointId, form, taskId } = log.interaction;
  const { participantId } = identity;
  const entryPoint = entryPointId ? centre.siteEntryPoint(entryPointId) : undefined;
  const task = taskOf(centre, log);
  if (!entryPoint || !taskId) throw new Refusal('not-allowed', 'That is not possible at the moment.');
  const schedule = ({ from, until, timeZone: zone }: CallbackWindow) => {
    const lacking = phoneFor(entryPoint, form, wish);
    change.append(log, { type: 'callback.scheduled', participantId, from, until, zone, ...lacking });
  };
  const redirect = () =>
    change.append(log, {
      type: 'interaction.redirected',
      participantId,
      domain: domainOf(step),
    });
  if (task && step === 'callback') {
    const window = requireWindow(centre, entryPoint, task.queueId, wish);
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
  const outcome = proposeRoute(centre, entryPoint, { domain, form });
  const request = requestFor(centre, entryPoint, outcome, { domain, form, callback: wish });
  if (request.window) schedule(request.window);
  else redirect();
  change.onUndo(centre.unserved.delete(log.interactionId));
  if (task) change.route({ type: 'task.withdrawn', taskId });
  change.route({ type: 'task.requested', taskId, ...request.wish });
}
