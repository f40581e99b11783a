import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { applicationSentences } from '../../settings/sentences/applications.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { ServiceScope } from '../../store/applications/application-store.ts';
import { AccountRole } from '../../store/store.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { type Operation, type Permission, permissionsOf } from '../permissions.ts';
import type { Asker } from './asker.ts';
import { credentialsIn } from './credentials.ts';

const isRole = (permission: Permission): permission is AccountRole =>
  (AccountRole.options as readonly string[]).includes(permission);
const isScope = (permission: Permission): permission is ServiceScope =>
  (ServiceScope.options as readonly string[]).includes(permission);

/**
 * Who asks, if they may.
 * @throws Refusal `not-signed-in`, `token-invalid`, `token-expired`, or `not-allowed` for who is known and may not
 */
export async function requirePermission(
  { headers }: FastifyRequest,
  rooms: () => HttpRooms,
  operation: Operation,
): Promise<Asker> {
  const permitted = permissionsOf(operation);
  if (permitted.includes('anybody')) return { by: 'anybody' };
  const roles = permitted.filter(isRole);
  const scopes = permitted.filter(isScope);
  const shown = credentialsIn(headers.authorization);
  if (shown.kind === 'none')
    throw new Refusal('not-signed-in', roles.length > 0 ? apiSentences.tokenMissing : invitationSentences.tokenMissing);
  if (shown.kind === 'token') return personBy(shown.token, rooms(), roles);
  const application = await rooms().applications.require(shown.secret, shown.applicationId);
  if (!application.scopes.some(scope => scopes.includes(scope))) {
    const { peopleOnly, neededScope } = applicationSentences;
    throw new Refusal('not-allowed', scopes.length === 0 ? peopleOnly : neededScope(scopes));
  }
  return { by: 'application', ...application };
}

async function personBy(token: string, rooms: HttpRooms, roles: readonly AccountRole[]): Promise<Asker> {
  if (roles.length === 0) throw new Refusal('token-invalid', invitationSentences.tokenForeign);
  const { agentId, tokenId } = await rooms.people.tokens.api(token);
  if (!(await rooms.store.hasToken(tokenId, agentId))) throw new Refusal('token-invalid', apiSentences.tokenRevoked);
  const account = rooms.people.accounts.get(agentId);
  if (account?.isDisabled) throw new Refusal('not-allowed', apiSentences.mayNotWork);
  if (!account || !roles.includes(account.role)) throw new Refusal('not-allowed', apiSentences.needed(roles));
  return { by: 'person', agentId, role: account.role };
}
