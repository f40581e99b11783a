import { Refusal } from '../people/refusal.ts';
import { findMembership, requireMembership } from './access.ts';
import { identifyCustomer, requireOrigin } from './customer-page.ts';
import { type Handlers, onceAfter } from './handler.ts';
import type { InteractionRooms, ServicePort } from './interaction-port.ts';
import { visibleTo } from './subscriptions.ts';

type Names = 'customer.resume' | 'interaction.catch-up' | 'interaction.end';

/** How a customer comes back, reads and goes. */
export const interactionHandlers = (rooms: InteractionRooms, service: ServicePort) =>
  ({
    'customer.resume': async ({ token }, { caller }) => {
      const { identity, expiresAt } = await rooms.people.tokens.customer(token);
      const { interactionId, participantId } = identity;
      const log = await rooms.interaction.logs.find(interactionId, rooms.interaction.now());
      const entryPointId = log?.interaction.entryPointId;
      if (!log?.participant(participantId) || !entryPointId) throw new Refusal('token-invalid');
      const site = rooms.settings.siteEntryPoint(entryPointId);
      if (site) requireOrigin(site, caller);
      // Nobody is cut off in a conversation that goes on, however long it takes.
      if (expiresAt <= rooms.interaction.now() && log.isClosed) throw new Refusal('token-expired');
      identifyCustomer(rooms, caller, identity);
      caller.entryPointId = entryPointId;
      caller.goodUntil = expiresAt;
      return { interactionId, participantId, entryPoint: rooms.settings.entryPoint(entryPointId) };
    },

    'interaction.catch-up': async ({ interactionId, afterSeq }, request) => {
      const { identity, log } = await findMembership(rooms, request, interactionId);
      const { caller } = request;
      const { entryPointId } = log.interaction;
      if (!entryPointId) throw new Refusal('internal');
      // From here to the return nothing is awaited: what is stored now is in the answer, what follows is told after it.
      request.holdUntilReplied();
      const { participantId } = identity;
      const readable = rooms.interaction.logs.isConsulted(log, participantId)
        ? Number.POSITIVE_INFINITY
        : log.readableSeq(participantId);
      if (readable === Number.POSITIVE_INFINITY)
        rooms.interaction.subscriptions.add(interactionId, caller, identity.role);
      const facts = log.storedAfter(afterSeq).filter(fact => fact.seq <= readable);
      return {
        facts: visibleTo(identity, facts, log.closedSeq),
        entryPoint: rooms.settings.entryPoint(entryPointId),
        ...service.standing(log),
        escalation: service.escalation(log, identity.role),
        ...(identity.role === 'agent' && { templates: service.templates(log) }),
        now: rooms.interaction.now(),
      };
    },

    'interaction.end': onceAfter({
      prepare: async ({ interactionId }, request) => void (await findMembership(rooms, request, interactionId)),
      carryOut: (change, { interactionId }, request) => {
        const { identity, log } = requireMembership(rooms, request, interactionId);
        // Both sides may end it at the same moment.
        if (!log.isClosed) service.close(change, log, identity.participantId);
        return {};
      },
    }),
  }) satisfies Pick<Handlers, Names>;
