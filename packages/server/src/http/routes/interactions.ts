import { type Fact, factEvents, faultsIn, InteractionId, KnownCustomer, verdictOf } from '@eyeline/protocol';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { type Asker, mayUse } from '../route/asker.ts';
import type { Api } from '../route/valibot-routes.ts';

const Params = v.object({ id: InteractionId });

const Checked = v.object({
  ...factEvents['participant.checked'].entries,
  verdict: v.picklist(['good', 'impaired', 'none']),
  faults: v.array(v.object({ check: v.string(), code: v.string(), level: v.picklist(['error', 'warning']) })),
});
const Calls = v.object({ calls: v.array(factEvents['call.measured']), checks: v.array(Checked) });
const Customer = v.object({
  customer: v.pipe(v.nullable(KnownCustomer), v.description('Null: nobody has said.')),
  attributes: v.pipe(v.record(v.string(), v.string()), v.description('What rules have found.')),
});
const Survey = v.object({
  survey: v.pipe(v.nullable(factEvents['survey.answered']), v.description('Null: nothing was said.')),
});

export function interactionRoutes(api: Api, rooms: () => HttpRooms): void {
  api.get(
    '/api/v1/interactions/:id/calls',
    {
      schema: {
        operationId: 'readCalls',
        tag: 'interactions',
        summary:
          'How its calls were for each side, and what its people found when they looked before whether one would work',
        params: Params,
        response: { 200: Calls },
      },
    },
    async ({ params, asker }) => measuredCalls((await logOf(params.id, asker, rooms())).storedAfter(0)),
  );
  api.get(
    '/api/v1/interactions/:id/customer',
    {
      schema: {
        operationId: 'readCustomer',
        tag: 'interactions',
        summary: 'Who its customer is, and how far that is known',
        params: Params,
        response: { 200: Customer },
      },
    },
    async ({ params, asker }) => {
      const { customer, attributes } = (await logOf(params.id, asker, rooms())).interaction;
      return { customer, attributes };
    },
  );
  api.get(
    '/api/v1/interactions/:id/survey',
    {
      schema: {
        operationId: 'readSurvey',
        tag: 'interactions',
        summary: 'What its customer said of it afterwards',
        params: Params,
        response: { 200: Survey },
      },
    },
    async ({ params, asker }) => {
      const facts = (await logOf(params.id, asker, rooms())).storedAfter(0);
      return { survey: facts.find(fact => fact.type === 'survey.answered') ?? null };
    },
  );
}

/** @throws Refusal `invalid-payload` where there is none, or none for this application */
async function logOf(id: InteractionId, asker: Asker, { interaction }: HttpRooms) {
  const log = await interaction.logs.find(id, interaction.now());
  if (!log || !mayUse(asker, log.interaction.entryPointId)) throw new Refusal('invalid-payload');
  return log;
}

const judged = (fact: Fact<'participant.checked'>) => ({
  ...fact,
  verdict: verdictOf(fact.checks),
  faults: faultsIn(fact.checks),
});

function measuredCalls(facts: readonly Fact[]) {
  return {
    calls: facts.filter(fact => fact.type === 'call.measured'),
    checks: facts.flatMap(fact => (fact.type === 'participant.checked' ? [judged(fact)] : [])),
  };
}
