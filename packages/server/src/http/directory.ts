import { FinesseError, printDifference } from '@eyeline/finesse';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { CiscoDirectory, Outcome } from '../cisco/directory/cisco-directory.ts';
import { Refusal } from '../people/refusal.ts';
import { apiSentences } from '../settings/sentences/api.ts';
import { StartupError } from '../settings/startup-error.ts';
import type { HttpRooms } from './http-rooms.ts';

const Dry = v.nullish(v.strictObject({ dryRun: v.optional(v.boolean(), false) }), {});
const Params = v.object({ id: v.string() });
const level = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));
const Skills = v.strictObject({ skills: v.record(v.pipe(v.string(), v.maxLength(200)), level) });

/** `POST /api/v1/directory/synchronise`: what Cisco has is brought here, or with `dryRun` only compared. */
export async function synchronise(request: FastifyRequest, rooms: HttpRooms) {
  const body = v.safeParse(Dry, request.body);
  if (!body.success) throw new Refusal('invalid-payload', apiSentences.synchronise);
  const directory = requireDirectory(rooms);
  return describe(await asking(() => directory.synchronise(body.output)));
}

/** `PUT /api/v1/agents/:id/skills`: an agent of UCCX, by id or user name, gets these skills and no others. */
export async function setSkills(request: FastifyRequest, rooms: HttpRooms) {
  const { id } = v.parse(Params, request.params);
  const body = v.safeParse(Skills, request.body);
  if (!body.success) throw new Refusal('invalid-payload', apiSentences.skills);
  const directory = requireDirectory(rooms);
  const account = [...rooms.people.accounts].find(
    ([agentId, { username }]) => agentId === id || username === id.toLowerCase(),
  )?.[1];
  if (!account?.ciscoId) throw new Refusal('target-gone', apiSentences.notCiscos);
  const { ciscoId } = account;
  const outcome = await asking(() => directory.reskill(ciscoId, body.output.skills));
  return { skills: body.output.skills, directory: describe(outcome) };
}

/** As the command prints it, and for programs. */
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
