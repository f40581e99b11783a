import { InteractionId } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../people/refusal.ts';
import type { HttpRooms } from './http-rooms.ts';

const Params = v.object({ id: InteractionId });

/**
 * `GET /api/v1/interactions/:id/customer`: who the customer of an interaction is, how far that is known, and the attributes that
 * rules have found. Null: nobody has said.
 */
export async function customerOf({ params }: FastifyRequest, { interaction }: HttpRooms) {
  const asked = v.safeParse(Params, params);
  const log = asked.success ? await interaction.logs.find(asked.output.id, interaction.now()) : undefined;
  if (!log) throw new Refusal('invalid-payload');
  const { customer, attributes } = log.interaction;
  return { customer, attributes };
}
