import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { AccountBook } from '../people/account-book.ts';
import { AgentName, NewPassword } from '../people/accounts.ts';
import { Refusal } from '../people/refusal.ts';
import { Username } from '../people/username.ts';
import { accountSentences } from '../settings/sentences/accounts.ts';
import { apiSentences } from '../settings/sentences/api.ts';
import { AccountRole } from '../store/store.ts';
import { wrongMethod } from './http-failures.ts';

const Role = v.picklist(AccountRole.options, accountSentences.role(AccountRole.options));
const Params = v.object({ username: v.string() });
const NewAccount = v.strictObject({
  username: Username,
  name: AgentName,
  password: NewPassword,
  role: v.optional(Role, 'agent'),
});
const Password = v.strictObject({ password: NewPassword });
const RoleOnly = v.strictObject({ role: Role });
const Which = v.nullish(v.strictObject({ tokenId: v.optional(v.string()) }), {});

type Answer = (request: FastifyRequest, book: AccountBook) => unknown;

interface AccountRoute {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly answer: Answer;
}

/** @throws Refusal with what was expected */
function read<S extends v.GenericSchema>(schema: S, { body }: FastifyRequest): v.InferOutput<S> {
  const parsed = v.safeParse(schema, body ?? undefined);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new Refusal('invalid-payload', apiSentences.expected(issue.message, path));
}

const usernameIn = ({ params }: FastifyRequest): string => v.parse(Params, params).username;

/** What can be asked about accounts: the same over HTTP and by command. */
const accountRoutes: readonly AccountRoute[] = [
  { method: 'GET', url: '/accounts', answer: async (_, book) => ({ accounts: await book.list() }) },
  {
    method: 'POST',
    url: '/accounts',
    answer: async (request, book) => {
      await book.add(read(NewAccount, request));
      return {};
    },
  },
  {
    method: 'POST',
    url: '/accounts/:username/disable',
    answer: async (request, book) => {
      await book.disable(usernameIn(request));
      return {};
    },
  },
  {
    method: 'POST',
    url: '/accounts/:username/enable',
    answer: async (request, book) => {
      await book.enable(usernameIn(request));
      return {};
    },
  },
  {
    method: 'POST',
    url: '/accounts/:username/password',
    answer: async (request, book) => {
      await book.resetPassword(usernameIn(request), read(Password, request).password);
      return {};
    },
  },
  {
    method: 'POST',
    url: '/accounts/:username/role',
    answer: async (request, book) => {
      await book.setRole(usernameIn(request), read(RoleOnly, request).role);
      return {};
    },
  },
  {
    method: 'GET',
    url: '/accounts/:username/tokens',
    answer: async (request, book) => ({ tokens: await book.tokens(usernameIn(request), Date.now()) }),
  },
  {
    method: 'POST',
    url: '/accounts/:username/tokens/revoke',
    answer: async (request, book) => ({
      revoked: await book.revokeTokens(usernameIn(request), read(Which, request)?.tokenId),
    }),
  },
];

/** Serves them; `ask` decides who may ask, and of which book. */
export function serveAccounts(
  api: FastifyInstance,
  ask: (request: FastifyRequest, reply: FastifyReply, answer: Answer) => Promise<unknown>,
): void {
  for (const { method, url, answer } of accountRoutes)
    api.route({ method, url, bodyLimit: 4000, handler: (request, reply) => ask(request, reply, answer) });
  for (const url of new Set(accountRoutes.map(one => one.url))) {
    const taken = accountRoutes.filter(one => one.url === url).map(one => one.method as string);
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(method => !taken.includes(method));
    api.route({ method: others, url, handler: wrongMethod(taken.join(', ')) });
  }
}
