import { randomUUID } from 'node:crypto';
import { type EntryPoint, type EntryPointId, InteractionId, ParticipantId, TaskId } from '@eyeline/protocol';
import * as v from 'valibot';
import { findSeat, requireIdentity, requireSeat, scopeOf } from '../access.ts';
import { closeInteraction } from '../closing.ts';
import type { ContactCentre } from '../contact-centre.ts';
import { checkForm, customerName } from '../form.ts';
import type { CustomerIdentity } from '../identity.ts';
import { Refusal } from '../refusal.ts';
import { visibleTo } from '../subscriptions.ts';
import type { Handlers } from './handler.ts';

type Names = 'entry-point.get' | 'interaction.open' | 'customer.resume' | 'interaction.catch-up' | 'interaction.end';

const Opened = v.object({ interactionId: InteractionId, participantId: ParticipantId });
const nothing = v.object({});

const newId = <S extends v.GenericSchema>(schema: S): v.InferOutput<S> => v.parse(schema, randomUUID());

function requireEntryPoint({ config }: ContactCentre, entryPointId: EntryPointId): EntryPoint {
  const found = config.entryPoints.find(one => one.entryPointId === entryPointId);
  if (!found) throw new Refusal('unknown-entry-point');
  return found;
}

/** How a customer comes, comes back and goes. */
export const interactionHandlers: Pick<Handlers, Names> = {
  'entry-point.get': ({ entryPointId }, { centre }) => requireEntryPoint(centre, entryPointId),

  'interaction.open': async ({ commandId, entryPointId, form }, { caller, centre }) => {
    if (caller.identity?.role === 'agent') throw new Refusal('not-allowed');
    const entryPoint = requireEntryPoint(centre, entryPointId);
    const values = checkForm(entryPoint, form);
    // Nobody has an identity before this; the id is a UUID of the page's own.
    const once = { scope: 'new-customer', name: 'interaction.open', commandId, answer: Opened };
    const opened = await centre.once(once, change => {
      const interactionId = newId(InteractionId);
      const participantId = newId(ParticipantId);
      const taskId = newId(TaskId);
      const log = change.open(interactionId, taskId);
      change.append(log, { type: 'interaction.opened', entryPointId, taskId, form: values });
      const name = customerName(entryPoint, values);
      change.append(log, { type: 'participant.joined', participantId, role: 'customer', name });
      change.route({ type: 'task.requested', taskId, domain: 'chat' });
      return { interactionId, participantId };
    });
    const identity: CustomerIdentity = { role: 'customer', ...opened };
    const token = await centre.tokens.forCustomer(identity);
    centre.callers.identify(caller, identity);
    return { ...opened, token, entryPoint };
  },

  'customer.resume': async ({ token }, { caller, centre }) => {
    const identity = await centre.tokens.customer(token);
    const { interactionId, participantId } = identity;
    const log = await centre.interactions.find(interactionId, centre.now());
    const entryPointId = log?.interaction.entryPointId;
    if (!log?.participant(participantId) || !entryPointId) throw new Refusal('token-invalid');
    centre.callers.identify(caller, identity);
    return { interactionId, participantId, entryPoint: centre.entryPoint(entryPointId) };
  },

  'interaction.catch-up': async ({ interactionId, afterSeq }, request) => {
    const { identity, log } = await findSeat(request, interactionId);
    const { caller, centre } = request;
    const { entryPointId, taskId } = log.interaction;
    if (!entryPointId) throw new Refusal('internal');
    // From here to the return nothing is awaited: what is stored now is in the answer, what follows is told after it.
    request.holdUntilReplied();
    centre.subscriptions.add(interactionId, caller, identity.role);
    const position = taskId === null ? 0 : centre.routing.state.queue.indexOf(taskId) + 1;
    return {
      facts: visibleTo(identity.role, log.storedAfter(afterSeq)),
      entryPoint: centre.entryPoint(entryPointId),
      position: position === 0 ? null : position,
    };
  },

  'interaction.end': async ({ commandId, interactionId }, request) => {
    await findSeat(request, interactionId);
    const { centre } = request;
    const scope = scopeOf(requireIdentity(request));
    return centre.once({ scope, name: 'interaction.end', commandId, answer: nothing }, change => {
      const { identity, log } = requireSeat(request, interactionId);
      // Both sides may end it at the same moment.
      if (!log.isClosed) closeInteraction(centre, change, log, identity.participantId);
      return {};
    });
  },
};
