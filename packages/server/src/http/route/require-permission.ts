import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../people/refusal.ts';
import { ServiceTokens } from '../../people/service-tokens.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { AccountRole, ServiceScope } from '../../store/store.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { type Operation, type Permission, permissionsOf } from '../permissions.ts';
import type { Asker } from './asker.ts';

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
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
  if (!token)
    throw new Refusal('not-signed-in', roles.length > 0 ? apiSentences.tokenMissing : invitationSentences.tokenMissing);
  return roles.length > 0 ? personBy(token, rooms(), roles) : applicationBy(token, rooms(), permitted.filter(isScope));
}

async function personBy(token: string, rooms: HttpRooms, roles: readonly AccountRole[]): Promise<Asker> {
  const { agentId, tokenId } = await rooms.people.tokens.api(token);
  if (!(await rooms.store.hasToken(tokenId, agentId))) throw new Refusal('token-invalid', apiSentences.tokenRevoked);
  const account = rooms.people.accounts.get(agentId);
  if (account?.isDisabled) throw new Refusal('not-allowed', apiSentences.mayNotWork);
  if (!account || !roles.includes(account.role)) throw new Refusal('not-allowed', apiSentences.needed(roles));
  return { by: 'person', agentId, role: account.role };
}

async function applicationBy(token: string, rooms: HttpRooms, scopes: readonly ServiceScope[]): Promise<Asker> {
  const tokens = new ServiceTokens(rooms.store, () => rooms.interaction.now());
  const { tokenId, scope } = await tokens.require(token, scopes);
  return { by: 'application', applicationId: tokenId, scope };
}
