import { randomUUID } from 'node:crypto';
import {
  type CommandInput,
  type EntryPointId,
  type FormValues,
  InteractionId,
  ParticipantId,
  TaskId,
} from '@eyeline/protocol';
import { positionOf } from '@eyeline/routing';
import * as v from 'valibot';
import type { Caller } from '../people/caller.ts';
import type { CustomerIdentity } from '../people/identity.ts';
import { Refusal } from '../people/refusal.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import type { SiteEntryPoint } from '../settings/config.ts';
import { closeInteraction } from '../work/closing.ts';
import { isConsulted } from '../work/consult/consult.ts';
import { ladderNow } from '../work/fallback/ladder.ts';
import { availabilityOf } from '../work/request/opening.ts';
import { attributesOf, prepareRequest } from '../work/request/prepare-request.ts';
import { findSeat, requireSeat } from './access.ts';
import { checkForm, customerName } from './form.ts';
import { type Handlers, onceAfter, onceAnew } from './handler.ts';
import { visibleTo } from './subscriptions.ts';

type Names = 'entry-point.get' | 'interaction.open' | 'customer.resume' | 'interaction.catch-up' | 'interaction.end';

const Opened = v.object({ interactionId: InteractionId, participantId: ParticipantId });

const newId = <S extends v.GenericSchema>(schema: S): v.InferOutput<S> => v.parse(schema, randomUUID());

/** @throws Refusal `not-allowed` for a page that may not use this entry point */
function requireOrigin({ origins }: SiteEntryPoint, { origin }: Caller): void {
  if (origins && (origin === undefined || !origins.includes(origin)))
    throw new Refusal(
      'not-allowed',
      'This chat is not open on this page. Please reach us in another way. For its makers: add its origin to the configuration.',
    );
}

function requireEntryPoint(centre: ContactCentre, entryPointId: EntryPointId): SiteEntryPoint {
  const found = centre.siteEntryPoint(entryPointId);
  if (!found) throw new Refusal('unknown-entry-point');
  return found;
}

/** @throws Refusal `too-many-pages` */
function identifyCustomer(centre: ContactCentre, caller: Caller, identity: CustomerIdentity): void {
  const { participantId } = identity;
  const isOneOfThem = caller.identity?.participantId === participantId;
  if (!isOneOfThem && centre.callers.count(participantId) >= centre.config.limits.pagesPerVisit)
    throw new Refusal('too-many-pages');
  centre.callers.identify(caller, identity);
}

/**
 * What this page may ask for here, whether it asks for the first time or again.
 * @throws Refusal that says why not
 */
function requireOpening(
  { entryPointId, form, domain }: CommandInput<'interaction.open'>,
  caller: Caller,
  centre: ContactCentre,
): { readonly site: SiteEntryPoint; readonly form: FormValues } {
  if (caller.identity?.role === 'agent') throw new Refusal('not-allowed');
  const site = requireEntryPoint(centre, entryPointId);
  requireOrigin(site, caller);
  if (domain === 'video' && !site.video) throw new Refusal('call-not-allowed');
  return { site, form: checkForm(site, form, domain) };
}

/** How a customer comes, comes back and goes. */
export const interactionHandlers = {
  'entry-point.get': ({ entryPointId }, { centre }) => {
    const found = requireEntryPoint(centre, entryPointId);
    return { entryPoint: centre.entryPoint(entryPointId), availability: availabilityOf(centre, found) };
  },

  'interaction.open': onceAnew({
    // Nobody has an identity before this; the id is a UUID of the page's own.
    scope: 'new-customer',
    prepare: async (input, { caller, centre }) => {
      const { entryPointId, domain, callback, proof } = input;
      const { site, form } = requireOpening(input, caller, centre);
      centre.openLimit.take(caller, performance.now());
      await centre.proofs.require(entryPointId, proof, caller.address);
      const interactionId = newId(InteractionId);
      const request = await prepareRequest(centre, site, interactionId, { domain, form, callback });
      return { interactionId, form, name: customerName(site, form), request };
    },
    carryOut: (change, { entryPointId, domain }, _, { interactionId, form, name, request }) => {
      const participantId = newId(ParticipantId);
      const taskId = newId(TaskId);
      const log = change.open(interactionId, taskId);
      const attributes = attributesOf(request.outcome);
      change.append(log, { type: 'interaction.opened', entryPointId, taskId, form, domain, ...attributes });
      change.append(log, { type: 'participant.joined', participantId, role: 'customer', name });
      if (request.window) {
        const { from, until, timeZone: zone } = request.window;
        change.append(log, { type: 'callback.scheduled', participantId, from, until, zone });
      }
      change.route({ type: 'task.requested', taskId, ...request.wish });
      return { interactionId, participantId };
    },
    result: Opened,
    answer: async (opened, input, { caller, centre }) => {
      requireOpening(input, caller, centre);
      const identity: CustomerIdentity = { role: 'customer', ...opened };
      const token = await centre.tokens.forCustomer(identity);
      identifyCustomer(centre, caller, identity);
      caller.goodUntil = centre.now() + centre.config.tokens.customerMs;
      return { ...opened, token, entryPoint: centre.entryPoint(input.entryPointId) };
    },
  }),

  'customer.resume': async ({ token }, { caller, centre }) => {
    const { identity, expiresAt } = await centre.tokens.customer(token);
    const { interactionId, participantId } = identity;
    const log = await centre.interactions.find(interactionId, centre.now());
    const entryPointId = log?.interaction.entryPointId;
    if (!log?.participant(participantId) || !entryPointId) throw new Refusal('token-invalid');
    const site = centre.siteEntryPoint(entryPointId);
    if (site) requireOrigin(site, caller);
    // Nobody is cut off in a conversation that goes on, however long it takes.
    if (expiresAt <= centre.now() && log.isClosed) throw new Refusal('token-expired');
    identifyCustomer(centre, caller, identity);
    caller.goodUntil = expiresAt;
    return { interactionId, participantId, entryPoint: centre.entryPoint(entryPointId) };
  },

  'interaction.catch-up': async ({ interactionId, afterSeq }, request) => {
    const { identity, log } = await findSeat(request, interactionId);
    const { caller, centre } = request;
    const { entryPointId, taskId } = log.interaction;
    if (!entryPointId) throw new Refusal('internal');
    // From here to the return nothing is awaited: what is stored now is in the answer, what follows is told after it.
    request.holdUntilReplied();
    const { participantId } = identity;
    const readable = isConsulted(centre, log, participantId)
      ? Number.POSITIVE_INFINITY
      : log.readableSeq(participantId);
    if (readable === Number.POSITIVE_INFINITY) centre.subscriptions.add(interactionId, caller, identity.role);
    const facts = log.storedAfter(afterSeq).filter(fact => fact.seq <= readable);
    const place = taskId === null ? null : positionOf(centre.routing.state, taskId);
    return {
      facts: visibleTo(identity.role, facts, log.closedSeq),
      entryPoint: centre.entryPoint(entryPointId),
      position: place?.position ?? null,
      wait: place?.wait ?? null,
      ladder: ladderNow(centre, log),
      now: centre.now(),
    };
  },

  'interaction.end': onceAfter({
    prepare: async ({ interactionId }, request) => void (await findSeat(request, interactionId)),
    carryOut: (change, { interactionId }, request) => {
      const { identity, log } = requireSeat(request, interactionId);
      // Both sides may end it at the same moment.
      if (!log.isClosed) closeInteraction(request.centre, change, log, identity.participantId);
      return {};
    },
  }),
} satisfies Pick<Handlers, Names>;
