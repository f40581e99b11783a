import { InteractionId } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../people/refusal.ts';
import type { HttpRooms } from './http-rooms.ts';

const Params = v.object({ id: InteractionId });

/** `GET /api/v1/interactions/:id/survey`: what the customer said of it, as the fact `survey.answered`; null where nothing was said. */
export async function answeredSurvey({ params }: FastifyRequest, { interaction }: HttpRooms) {
  const asked = v.safeParse(Params, params);
  const log = asked.success ? await interaction.logs.find(asked.output.id, interaction.now()) : undefined;
  if (!log) throw new Refusal('invalid-payload');
  return { survey: log.storedAfter(0).find(fact => fact.type === 'survey.answered') ?? null };
}
