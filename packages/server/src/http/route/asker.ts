import type { AgentId } from '@eyeline/protocol';
import type { AccountRole, ServiceScope } from '../../store/store.ts';

/** Who asks over HTTP, as far as the request shows. */
export type Asker =
  | { readonly by: 'anybody' }
  | { readonly by: 'person'; readonly agentId: AgentId; readonly role: AccountRole }
  | { readonly by: 'application'; readonly applicationId: string; readonly scope: ServiceScope }
  /** Whoever has this machine. */
  | { readonly by: 'command line' };
