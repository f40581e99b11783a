import type { AgentId } from '@eyeline/protocol';
import { Refusal } from '../../people/refusal.ts';
import { applicationSentences } from '../../settings/sentences/applications.ts';
import type { Application } from '../../store/applications/application-store.ts';
import type { AccountRole } from '../../store/store.ts';

/** Who asks over HTTP, as far as the request shows. */
export type Asker =
  | { readonly by: 'anybody' }
  | { readonly by: 'person'; readonly agentId: AgentId; readonly role: AccountRole }
  | ({ readonly by: 'application' } & Application)
  /** Whoever has this machine. */
  | { readonly by: 'command line' };

/** Applications have their own entry points; all others have all. */
export const mayUse = (asker: Asker, entryPointId: string | null): boolean =>
  asker.by !== 'application' ||
  asker.entryPointIds === null ||
  (entryPointId !== null && asker.entryPointIds.includes(entryPointId));

/** @throws Refusal `not-allowed` */
export function requireEntryPointOf(asker: Asker, entryPointId: string): void {
  if (!mayUse(asker, entryPointId)) throw new Refusal('not-allowed', applicationSentences.foreignEntryPoint);
}
