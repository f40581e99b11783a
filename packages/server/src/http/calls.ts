import { InteractionId } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../people/refusal.ts';
import type { HttpRooms } from './http-rooms.ts';

const Params = v.object({ id: InteractionId });

/** `GET /api/v1/interactions/:id/calls`: how the calls of an interaction were, for each side: the facts `call.measured` of its log. */
export async function measuredCalls({ params }: FastifyRequest, { interaction }: HttpRooms) {
  const asked = v.safeParse(Params, params);
  const log = asked.success ? await interaction.logs.find(asked.output.id, interaction.now()) : undefined;
  if (!log) throw new Refusal('invalid-payload');
  return { calls: log.storedAfter(0).filter(fact => fact.type === 'call.measured') };
}
