import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../people/refusal.ts';
import { ServiceTokens } from '../../people/service-tokens.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import type { ServiceScope, ServiceToken } from '../../store/store.ts';
import type { HttpRooms } from '../http-rooms.ts';

/**
 * Which system asks.
 * @throws Refusal `not-signed-in` or `token-invalid`
 */
export function requireService(request: FastifyRequest, rooms: HttpRooms, scope: ServiceScope): Promise<ServiceToken> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!token) throw new Refusal('not-signed-in', invitationSentences.tokenMissing);
  return new ServiceTokens(rooms.store, () => rooms.interaction.now()).require(token, scope);
}
