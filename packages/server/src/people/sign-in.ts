import { commands } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../interaction/refusal.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { findAccount } from './find-account.ts';

/** `POST /api/v1/sign-in`: a token for the other requests. */
export async function signIn(request: FastifyRequest, centre: ContactCentre) {
  const parsed = v.safeParse(commands['agent.sign-in'].input, request.body);
  if (!parsed.success) throw new Refusal('invalid-payload', 'Send {"username": "…", "password": "…"} as JSON.');
  const account = await findAccount(centre, { ...parsed.output, address: request.ip, way: 'http' });
  await centre.change(change => centre.know(change, account.agentId, account));
  const { agentId, name, role } = account;
  return { token: await centre.tokens.forApi(agentId), agentId, name, role };
}

/** @throws Refusal `not-signed-in`, `token-invalid`, `token-expired`, or `not-allowed` for who is no supervisor */
export async function requireSupervisor(request: FastifyRequest, centre: ContactCentre): Promise<void> {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (!token) throw new Refusal('not-signed-in', 'Send "Authorization: Bearer" with the token of /api/v1/sign-in.');
  const agentId = await centre.tokens.api(token);
  const account = centre.accounts.get(agentId);
  if (account?.role !== 'supervisor' || account.isDisabled)
    throw new Refusal('not-allowed', 'Only supervisors may see this. Sign in as one.');
}
