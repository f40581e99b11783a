import { FinesseError, printDifference } from '@eyeline/finesse';
import * as v from 'valibot';
import type { CiscoDirectory, Outcome } from '../../cisco/directory/cisco-directory.ts';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { StartupError } from '../../settings/startup-error.ts';
import type { HttpRooms } from '../http-rooms.ts';
import type { Api } from '../route/valibot-routes.ts';

const Dry = v.pipe(
  v.nullish(
    v.strictObject({
      dryRun: v.pipe(v.optional(v.boolean(), false), v.description('Only compared: nothing is done.')),
    }),
    {},
  ),
  v.metadata({ sentence: apiSentences.synchronise }),
  v.metadata({ example: { dryRun: true } }),
);
const Params = v.object({ id: v.pipe(v.string(), v.description('The agent’s id or user name.')) });
const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));
const Skills = v.pipe(
  v.strictObject({ skills: v.record(v.pipe(v.string(), v.maxLength(200)), level) }),
  v.metadata({ sentence: apiSentences.skills }),
  v.metadata({ example: { skills: { Loans: 7 } } }),
);

const Change = v.looseObject({ type: v.string(), kind: v.string(), id: v.string() });
const Conflict = v.object({ kind: v.string(), id: v.string(), name: v.string(), why: v.string() });
const Synchronised = v.pipe(
  v.object({
    result: v.picklist(['unchanged', 'different', 'synchronised', 'refused']),
    changes: v.array(Change),
    conflicts: v.array(Conflict),
    faults: v.array(v.string()),
    notes: v.array(v.string()),
    printed: v.pipe(v.string(), v.description('As the command prints it.')),
  }),
  v.title('Synchronised'),
);

export function directoryRoutes(api: Api, rooms: () => HttpRooms): void {
  api.post(
    '/api/v1/directory/synchronise',
    {
      schema: {
        operationId: 'synchroniseDirectory',
        tag: 'agents',
        summary: 'What Cisco has is brought here, or only compared',
        body: Dry,
        response: { 200: Synchronised },
        failures: ['target-gone'],
      },
    },
    async ({ body }) => {
      const directory = requireDirectory(rooms());
      return describe(await asking(() => directory.synchronise(body ?? { dryRun: false })));
    },
  );
  api.put(
    '/api/v1/agents/:id/skills',
    {
      schema: {
        operationId: 'setSkills',
        tag: 'agents',
        summary: 'An agent of UCCX gets these skills and no others',
        params: Params,
        body: Skills,
        response: { 200: v.object({ skills: v.record(v.string(), v.number()), directory: Synchronised }) },
        failures: ['target-gone'],
      },
    },
    ({ params, body }) => setSkills(params.id, body.skills, rooms()),
  );
}

async function setSkills(id: string, skills: Readonly<Record<string, number>>, rooms: HttpRooms) {
  const directory = requireDirectory(rooms);
  const account = [...rooms.people.accounts].find(
    ([agentId, { username }]) => agentId === id || username === id.toLowerCase(),
  )?.[1];
  if (!account?.ciscoId) throw new Refusal('target-gone', apiSentences.notCiscos);
  const { ciscoId } = account;
  const outcome = await asking(() => directory.reskill(ciscoId, skills));
  return { skills, directory: describe(outcome) };
}

function describe({ result, difference, faults, notes }: Outcome) {
  return { result, ...difference, faults, notes, printed: printDifference(difference) };
}

function requireDirectory({ cisco: { directory } }: Pick<HttpRooms, 'cisco'>): CiscoDirectory {
  if (directory?.isConfigured) return directory;
  throw new Refusal('target-gone', apiSentences.noDirectory);
}

/** What Cisco refuses, or what keeps it from answering, is said to the supervisor in its own sentence. */
async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FinesseError && error.code === 'invalid-input')
      throw new Refusal('invalid-payload', error.message);
    if (error instanceof FinesseError || error instanceof StartupError) throw new Refusal('server-busy', error.message);
    throw error;
  }
}
