import type { TaskDialog } from '../codec/dialog.ts';
import { FinesseError } from '../finesse-error.ts';
import { platform } from '../sentences/platform.ts';

/**
 * The variable that binds an interaction to its Finesse dialog, as the platform wants it.
 * @throws {FinesseError} invalid-input when it is none that CCE passes on to the agent
 */
export function bindingVariable(variable: string): string {
  if (/^cv_([1-9]|10)$/.test(variable) || /^user_[\w.]+$/.test(variable)) return variable;
  throw new FinesseError('invalid-input', platform.notBinding(variable));
}

/** The interaction that a task dialog of an agent belongs to, or undefined when it is somebody else's task. */
export function interactionOf(dialog: TaskDialog, variable: string): string | undefined {
  const wanted = spellings(variable);
  for (const [name, value] of dialog.variables) {
    if (value !== '' && wanted.includes(name.toLowerCase())) return value;
  }
  return undefined;
}

/** `cv_1` is `callVariable1` in a dialog. How an ECC variable is spelled there differs: with `user.`, `user_` or bare. */
function spellings(variable: string): readonly string[] {
  const number = /^cv_(\d+)$/.exec(variable)?.[1];
  if (number) return [`callvariable${number}`, variable];
  const name = variable.replace(/^user_/, '').toLowerCase();
  const bare = name.replace(/^user[._]/, '');
  return [...new Set([name, bare, `user.${bare}`, `user_${bare}`, `user_${name}`, `user.${name}`])];
}
