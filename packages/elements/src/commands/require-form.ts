import { commands } from '../sentences/commands.ts';
import { CommandError } from './command-error.ts';
import type { FormInput } from './commands.ts';

export const isText = (value: unknown): value is string => typeof value === 'string';

/** @throws CommandError `invalid-arguments` */
export function requireForm(values: unknown): FormInput {
  if (typeof values === 'object' && values !== null && Object.values(values).every(isText)) return values as FormInput;
  throw new CommandError('invalid-arguments', commands.noValues);
}
