import type { FinesseUser } from '../codec/user.ts';
import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';

/**
 * Whether a session may be held under this account. Finesse signs an agent out about a minute after their presence went, so
 * a server's session under an agent's id would sign them out, or hide that their desktop died.
 * @param isAgent whether work is ever offered to this id
 * @param mayBeSignedIn for a Finesse that asks its supervisors to sign in before it tells them of teams
 * @throws {FinesseError} agent-account
 */
export function checkServiceAccount(user: FinesseUser, isAgent: (id: string) => boolean, mayBeSignedIn = false): void {
  const isAnAgent = user.roles.length > 0 && user.roles.every(role => role === 'agent');
  const isAtADesk = user.state !== 'logged-out' && user.state !== 'unknown' && !mayBeSignedIn;
  if (isAgent(user.id) || isAnAgent || isAtADesk) throw new FinesseError('agent-account', advice.agentAccount(user.id));
}
