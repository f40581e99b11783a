import { type Fact, faultsIn, InteractionId, verdictOf } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../people/refusal.ts';
import type { HttpRooms } from './http-rooms.ts';

const Params = v.object({ id: InteractionId });

const judged = (fact: Fact<'participant.checked'>) => ({
  ...fact,
  verdict: verdictOf(fact.checks),
  faults: faultsIn(fact.checks),
});

/**
 * `GET /api/v1/interactions/:id/calls`: how the calls of an interaction were, for each side, and what its people found before a
 * call when they looked whether it would work: the facts `call.measured` and `participant.checked` of its log.
 */
export async function measuredCalls({ params }: FastifyRequest, { interaction }: HttpRooms) {
  const asked = v.safeParse(Params, params);
  const log = asked.success ? await interaction.logs.find(asked.output.id, interaction.now()) : undefined;
  if (!log) throw new Refusal('invalid-payload');
  const facts = log.storedAfter(0);
  return {
    calls: facts.filter(fact => fact.type === 'call.measured'),
    checks: facts.flatMap(fact => (fact.type === 'participant.checked' ? [judged(fact)] : [])),
  };
}
