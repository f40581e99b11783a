import { type Participant, ParticipantId } from '@eyeline/protocol';
import * as v from 'valibot';
import type { InteractionLog } from '../../interaction/interaction-log.ts';

const prefix = 'bot-';

/** A bot's place in a conversation. */
export const botParticipantId = (botId: string): ParticipantId => v.parse(ParticipantId, `${prefix}${botId}`);

/** The bot's id in the configuration. */
export const botIdOf = (participantId: ParticipantId): string => participantId.slice(prefix.length);

/** The bot that speaks with the customer now; undefined where none does. */
export const botIn = ({ isClosed, interaction }: InteractionLog): Participant | undefined =>
  isClosed ? undefined : interaction.participants.find(one => one.bot && one.presence !== 'left');
