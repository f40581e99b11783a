import { type CommandName, type CommandOutput, Failure, invalidPayload, type Reply } from '@eyeline/protocol';
import * as v from 'valibot';
import { type Issues, placesOf } from './places-of.ts';
import type { WireTables } from './wire-tables.ts';

const Answer = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({ ok: v.literal(false), error: Failure }),
]);

/** A value that fits its command's schema; TypeScript does not follow a name through a table, the schema just did. */
const valued = <N extends CommandName>(_name: N, value: unknown): Reply<CommandOutput<N>> => ({
  ok: true,
  value: value as CommandOutput<N>,
});

/** What the server answered to the command `name`. An answer in another form is a refusal: `invalid-payload`. */
export function readReply<N extends CommandName>(
  { answers }: WireTables,
  name: N,
  reply: unknown,
): Reply<CommandOutput<N>> {
  const answer = v.safeParse(Answer, reply);
  if (!answer.success) return misformed(name, answer.issues);
  if (!answer.output.ok) return answer.output;
  // What is in no table of this page, its session never asks.
  const schema = answers[name];
  const value = schema && v.safeParse(schema, answer.output.value);
  return value?.success ? valued(name, value.output) : misformed(name, value?.issues ?? []);
}

function misformed(name: CommandName, issues: Issues): Reply<never> {
  console.warn(`eyeline: the answer to "${name}" did not have the expected form (${placesOf(issues)})`);
  return { ok: false, error: { code: 'invalid-payload', message: invalidPayload } };
}
