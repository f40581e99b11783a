import { type AgentId, commands } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../people/refusal.ts';
import { apiSentences } from '../settings/sentences/api.ts';
import { AccountRole } from '../store/store.ts';
import type { HttpRooms } from './http-rooms.ts';

/** `POST /api/v1/sign-in`: a token for the other requests. */
export async function signIn(request: FastifyRequest, rooms: HttpRooms) {
  const parsed = v.safeParse(commands['agent.sign-in'].input, request.body);
  if (!parsed.success) throw new Refusal('invalid-payload', apiSentences.credentials);
  const isOver = () => request.raw.socket.destroyed;
  const account = await rooms.people.signIns.find({ ...parsed.output, address: request.ip, way: 'http', isOver });
  await rooms.interaction.change(change => rooms.people.know(change, account.agentId, account));
  const { agentId, name, role } = account;
  const { token, record } = await rooms.people.tokens.forApi(agentId);
  await rooms.store.addToken(record);
  return { token, agentId, name, role };
}

const rank = (role: AccountRole | undefined): number => (role === undefined ? -1 : AccountRole.options.indexOf(role));

/**
 * Who asks, if it is at least a person of this role.
 * @throws Refusal `not-signed-in`, `token-invalid`, `token-expired`, or `not-allowed` for who is less than that
 */
export async function requireRole(
  request: FastifyRequest,
  rooms: HttpRooms,
  role: keyof typeof apiSentences.needed,
): Promise<AgentId> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!token) throw new Refusal('not-signed-in', apiSentences.tokenMissing);
  const { agentId, tokenId } = await rooms.people.tokens.api(token);
  if (!(await rooms.store.hasToken(tokenId, agentId))) throw new Refusal('token-invalid', apiSentences.tokenRevoked);
  const account = rooms.people.accounts.get(agentId);
  if (account?.isDisabled) throw new Refusal('not-allowed', apiSentences.mayNotWork);
  if (!account || rank(account.role) < rank(role)) throw new Refusal('not-allowed', apiSentences.needed[role]);
  return agentId;
}
