import * as v from 'valibot';
import { accountSentences } from '../../settings/sentences/accounts.ts';
import { StartupError } from '../../settings/startup-error.ts';

/**
 * What was given to a command, before anybody is asked.
 * @throws StartupError with what was expected, said as a command says it
 */
export function checkGiven<S extends v.GenericSchema>(schema: S, given: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, given);
  if (!parsed.success) throw new StartupError(accountSentences.expected(parsed.issues[0].message));
  return parsed.output;
}
