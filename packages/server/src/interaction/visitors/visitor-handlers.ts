import type { KnownCustomer } from '@eyeline/protocol';
import { Refusal } from '../../people/refusal.ts';
import { visitorSentences } from '../../settings/sentences/visitors.ts';
import { type Membership, requireMembership, requireOpen } from '../access.ts';
import { type Handlers, onceAfter } from '../handler.ts';
import type { InteractionRooms } from '../interaction-port.ts';
import { visitorAt } from './visitor-at.ts';

/** So often a page may say in one conversation who is there. */
const mostFacts = 50;

/** A customer says in a conversation who they are, or more of it. */
export const visitorHandlers = (rooms: InteractionRooms) =>
  ({
    'customer.identify': onceAfter({
      prepare: async ({ interactionId, customer }, request) => {
        const { log } = requireCustomer(requireMembership(rooms, request, interactionId));
        const { entryPointId } = log.interaction;
        return entryPointId === null ? null : visitorAt(rooms, entryPointId, customer);
      },
      carryOut: (change, { interactionId }, request, told) => {
        const membership = requireCustomer(requireMembership(rooms, request, interactionId));
        requireOpen(membership);
        const { log, identity } = membership;
        const before = log.interaction.customer;
        const customer = merged(before, told);
        if (!customer || JSON.stringify(customer) === JSON.stringify(before)) return {};
        if (log.identifications >= mostFacts) throw new Refusal('too-many-requests');
        const { participantId } = identity;
        const name = customer.level === 'verified' ? customer.name : undefined;
        change.append(log, { type: 'participant.identified', participantId, customer, ...(name && { name }) });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, 'customer.identify'>;

function requireCustomer(membership: Membership): Membership {
  if (membership.identity.role !== 'customer') throw new Refusal('not-allowed');
  return membership;
}

/**
 * What is known after something more was said: who was proven stays so, whatever a page says without a proof.
 * @throws Refusal where somebody else is proven: what was said before is not theirs to have
 */
function merged(before: KnownCustomer | null, told: KnownCustomer | null): KnownCustomer | null {
  if (before?.level !== 'verified')
    return told ?? (before && { level: 'anonymous', realm: '', details: {}, attributes: {} });
  if (told?.level !== 'verified') return { ...before, attributes: told?.attributes ?? {} };
  if (told.id !== before.id || told.realm !== before.realm)
    throw new Refusal('identity-invalid', visitorSentences.otherCustomer);
  return told;
}
