import { commands } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../interaction/refusal.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import type { Account } from '../store/store.ts';
import { isPassword } from './password.ts';

/**
 * The account behind a user name and a password; a wrong password and an unknown user name look alike.
 * @throws Refusal `wrong-credentials` or `too-many-requests`
 */
export async function findAccount(
  centre: ContactCentre,
  { username, password, address }: { username: string; password: string; address: string },
): Promise<Account> {
  if (!centre.signInLimit.take(address, username, performance.now())) throw new Refusal('too-many-requests');
  const account = await centre.store.findAccount(username.trim());
  if (account && !account.isDisabled && centre.directory?.isProvenByFinesse(account)) {
    await centre.directory.prove(account, password);
    return account;
  }
  const isRight = await isPassword(password, account?.isDisabled ? null : (account?.passwordHash ?? null));
  if (!account || !isRight) throw new Refusal('wrong-credentials');
  return account;
}

/** `POST /api/v1/sign-in`: a token for the other requests. */
export async function signIn(request: FastifyRequest, centre: ContactCentre) {
  const parsed = v.safeParse(commands['agent.sign-in'].input, request.body);
  if (!parsed.success) throw new Refusal('invalid-payload', 'Send {"username": "…", "password": "…"} as JSON.');
  const account = await findAccount(centre, { ...parsed.output, address: request.ip });
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
