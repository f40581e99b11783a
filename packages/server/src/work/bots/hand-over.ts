import type { KnownCustomer, ParticipantId } from '@eyeline/protocol';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { prepareRequest } from '../request/prepare-request.ts';
import type { WorkRooms } from '../work-port.ts';
import type { Handover } from './bot.ts';
import { botIn } from './bot-standing.ts';

/**
 * A person is asked for, and the bot's part is over: both or neither. Rules find what the bot has found out among the attributes.
 * @throws Refusal `closed`
 */
export async function handOver(
  rooms: WorkRooms,
  log: InteractionLog,
  participantId: ParticipantId,
  handover: Handover,
): Promise<void> {
  const { entryPointId, form, taskId } = log.interaction;
  const site = entryPointId ? rooms.settings.siteEntryPoint(entryPointId) : undefined;
  if (!site || !taskId) return;
  const customer = withContext(log.interaction.customer, handover);
  const { asked } = await prepareRequest(rooms, site, log.interactionId, { domain: 'chat', form, customer });
  await rooms.interaction.change(change => {
    // It may be over meanwhile.
    if (botIn(log)?.participantId !== participantId) return;
    change.append(log, { type: 'participant.left', participantId, handover, note: noteOf(handover) });
    change.route({ type: 'task.requested', taskId, ...asked });
  });
}

/** As agents read it. */
const noteOf = ({ reason, context }: Handover): string =>
  [reason, ...Object.entries(context).map(([name, value]) => `${name}: ${value}`)].join(' · ');

const nobodyKnown: KnownCustomer = { level: 'anonymous', realm: '', details: {}, attributes: {} };

const withContext = (customer: KnownCustomer | null, { context }: Handover): KnownCustomer => {
  const known = customer ?? nobodyKnown;
  return { ...known, attributes: { ...known.attributes, ...context } };
};
