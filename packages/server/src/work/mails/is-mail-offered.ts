import type { EntryPointId } from '@eyeline/protocol';
import type { SettingsPort } from '../../settings/settings.ts';

/** Whether what was said at an entry point can be sent by e-mail now. */
export const isMailOffered = (settings: SettingsPort, entryPointId: EntryPointId | null): boolean =>
  entryPointId !== null && settings.entryPoint(entryPointId).mail === true;
