import { commands } from '../sentences/commands.ts';
import { CommandError } from './command-error.ts';
import type { FormInput } from './commands.ts';
import { plainCopy } from './plain-copy.ts';

export const isText = (value: unknown): value is string => typeof value === 'string';

/** @throws CommandError `invalid-arguments` */
export function requireForm(values: unknown): FormInput {
  const given = plainCopy(values);
  if (given && Object.values(given).every(isText)) return given as FormInput;
  throw new CommandError('invalid-arguments', commands.noValues);
}
