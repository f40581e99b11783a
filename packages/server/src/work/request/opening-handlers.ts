import { hash, randomUUID } from 'node:crypto';
import {
  type CommandId,
  type CommandInput,
  type EntryPointId,
  type FormValues,
  InteractionId,
  ParticipantId,
  TaskId,
} from '@eyeline/protocol';
import * as v from 'valibot';
import { identifyCustomer, requireOrigin } from '../../interaction/customer-page.ts';
import { checkForm, customerName } from '../../interaction/form.ts';
import { type Handlers, onceAnew } from '../../interaction/handler.ts';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { maskAt } from '../../interaction/masking/masking.ts';
import { visitorAt } from '../../interaction/visitors/visitor-at.ts';
import type { Caller } from '../../people/caller.ts';
import type { CustomerIdentity } from '../../people/identity.ts';
import { Refusal } from '../../people/refusal.ts';
import { requireLevel } from '../../people/visitors/visitors.ts';
import type { SiteEntryPoint } from '../../settings/config.ts';
import { firstBot, joinBot } from '../bots/join-bot.ts';
import type { WorkRooms } from '../work-port.ts';
import { availabilityOf } from './opening.ts';
import { attributesOf, prepareRequest } from './prepare-request.ts';

const Opened = v.object({ interactionId: InteractionId, participantId: ParticipantId });

const newId = <S extends v.GenericSchema>(schema: S): v.InferOutput<S> => v.parse(schema, randomUUID());

/**
 * Which interaction an opening becomes: the same one whenever it is repeated, also when its id is remembered no more. Who knows
 * the interaction does not know the opening by it.
 */
const interactionOf = (commandId: CommandId): InteractionId =>
  v.parse(InteractionId, hash('sha256', `interaction ${commandId}`).replace(uuidShape, '$1-$2-8$3-a$4-$5'));

const uuidShape = /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/;

/** @throws Refusal `already-done` where it is over */
function openedBefore({ interactionId, interaction, isClosed }: InteractionLog): v.InferOutput<typeof Opened> {
  const customer = interaction.participants.find(({ role }) => role === 'customer');
  if (isClosed || !customer) throw new Refusal('already-done');
  return { interactionId, participantId: customer.participantId };
}

function requireEntryPoint(rooms: WorkRooms, entryPointId: EntryPointId): SiteEntryPoint {
  const found = rooms.settings.siteEntryPoint(entryPointId);
  if (!found) throw new Refusal('unknown-entry-point');
  return found;
}

/**
 * What this page may ask for here, whether it asks for the first time or again.
 * @throws Refusal that says why not
 */
function requireOpening(
  { entryPointId, form, domain }: CommandInput<'interaction.open'>,
  caller: Caller,
  rooms: WorkRooms,
): { readonly site: SiteEntryPoint; readonly form: FormValues } {
  if (caller.identity?.role === 'agent') throw new Refusal('not-allowed');
  const site = requireEntryPoint(rooms, entryPointId);
  requireOrigin(site, caller);
  if (domain === 'video' && !site.video) throw new Refusal('call-not-allowed');
  return { site, form: maskAt(rooms.settings, entryPointId).values(checkForm(site, form, domain)) };
}

/** How a customer comes. */
export const openingHandlers = (rooms: WorkRooms) =>
  ({
    'entry-point.get': ({ entryPointId }, { caller }) => {
      const found = requireEntryPoint(rooms, entryPointId);
      caller.entryPointId = entryPointId;
      return { entryPoint: rooms.settings.entryPoint(entryPointId), availability: availabilityOf(rooms, found) };
    },

    'interaction.open': onceAnew({
      // Nobody has an identity before this; the id is a UUID of the page's own.
      scope: 'new-customer',
      prepare: async (input, { caller }) => {
        const { commandId, entryPointId, domain, callback, proof, customer: claim } = input;
        const { site, form } = requireOpening(input, caller, rooms);
        // All customers of an application come from one address, and it has shown its key.
        if (caller.application === undefined) {
          rooms.work.openLimit.take(caller, performance.now());
          await rooms.work.proofs.require(entryPointId, proof, caller.address);
        }
        const customer = await visitorAt(rooms, entryPointId, claim);
        requireLevel(site, customer);
        const interactionId = interactionOf(commandId);
        const before = await rooms.interaction.logs.find(interactionId, rooms.interaction.now());
        if (before) return { before: openedBefore(before) };
        const opened = { interactionId, form, name: customerName(site, form, customer), customer };
        const bot = domain === 'chat' ? firstBot(rooms, site) : undefined;
        if (bot) return { ...opened, bot };
        return {
          ...opened,
          request: await prepareRequest(rooms, site, interactionId, { domain, form, callback, customer }),
        };
      },
      carryOut: (change, { entryPointId, domain }, _, prepared) => {
        if ('before' in prepared) return prepared.before;
        const { interactionId, form, name, customer } = prepared;
        const request = 'request' in prepared ? prepared.request : null;
        const participantId = newId(ParticipantId);
        const taskId = newId(TaskId);
        const log = change.open(interactionId, taskId);
        const attributes = request ? attributesOf(request.outcome) : {};
        change.append(log, { type: 'interaction.opened', entryPointId, taskId, form, domain, ...attributes });
        change.append(log, { type: 'participant.joined', participantId, role: 'customer', name });
        if (customer) change.append(log, { type: 'participant.identified', participantId, customer });
        if (request?.window) {
          const { from, until, timeZone: zone } = request.window;
          change.append(log, { type: 'callback.scheduled', participantId, from, until, zone });
        }
        if ('bot' in prepared) joinBot(change, log, prepared.bot.botId, prepared.bot.config);
        if (request) change.route({ type: 'task.requested', taskId, ...request.asked });
        return { interactionId, participantId };
      },
      result: Opened,
      answer: async (opened, input, { caller }) => {
        requireOpening(input, caller, rooms);
        const identity: CustomerIdentity = { role: 'customer', ...opened };
        const token = await rooms.people.tokens.forCustomer(identity);
        identifyCustomer(rooms, caller, identity);
        caller.entryPointId = input.entryPointId;
        caller.goodUntil = rooms.interaction.now() + rooms.settings.config.tokens.customerMs;
        return { ...opened, token, entryPoint: rooms.settings.entryPoint(input.entryPointId) };
      },
    }),
  }) satisfies Pick<Handlers, 'entry-point.get' | 'interaction.open'>;
