import { type AgentId, commands } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { findAccount } from '../people/find-account.ts';
import { Refusal } from '../people/refusal.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { AccountRole } from '../store/store.ts';

/** `POST /api/v1/sign-in`: a token for the other requests. */
export async function signIn(request: FastifyRequest, centre: ContactCentre) {
  const parsed = v.safeParse(commands['agent.sign-in'].input, request.body);
  if (!parsed.success) throw new Refusal('invalid-payload', 'Send {"username": "…", "password": "…"} as JSON.');
  const isOver = () => request.raw.socket.destroyed;
  const account = await findAccount(centre, { ...parsed.output, address: request.ip, way: 'http', isOver });
  await centre.change(change => centre.know(change, account.agentId, account));
  const { agentId, name, role } = account;
  const { token, record } = await centre.tokens.forApi(agentId);
  await centre.store.addToken(record);
  return { token, agentId, name, role };
}

const needed = {
  supervisor: 'Only supervisors may see this. Sign in as one.',
  administrator: 'Only administrators may change accounts. Sign in as one.',
} as const;

const rank = (role: AccountRole | undefined): number => (role === undefined ? -1 : AccountRole.options.indexOf(role));

/**
 * Who asks, if it is at least a person of this role.
 * @throws Refusal `not-signed-in`, `token-invalid`, `token-expired`, or `not-allowed` for who is less than that
 */
export async function requireRole(
  request: FastifyRequest,
  centre: ContactCentre,
  role: keyof typeof needed,
): Promise<AgentId> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!token) throw new Refusal('not-signed-in', 'Send "Authorization: Bearer" with the token of /api/v1/sign-in.');
  const { agentId, tokenId } = await centre.tokens.api(token);
  if (!(await centre.store.hasToken(tokenId, agentId)))
    throw new Refusal('token-invalid', 'This token was revoked. Sign in again.');
  const account = centre.accounts.get(agentId);
  if (!account || account.isDisabled || rank(account.role) < rank(role)) throw new Refusal('not-allowed', needed[role]);
  return agentId;
}
