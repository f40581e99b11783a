import { AgentId } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import type { AccountBook } from '../../people/account-book.ts';
import { AgentName, NewPassword } from '../../people/accounts.ts';
import { Username } from '../../people/username.ts';
import { accountSentences } from '../../settings/sentences/accounts.ts';
import { AccountRole } from '../../store/store.ts';
import type { Api } from '../route/valibot-routes.ts';

const Role = v.picklist(AccountRole.options, accountSentences.role(AccountRole.options));
const Params = v.object({ username: v.string() });
const NewAccount = v.pipe(
  v.strictObject({
    username: Username,
    name: AgentName,
    password: NewPassword,
    role: v.optional(Role, 'agent'),
  }),
  v.metadata({ example: { username: 'eve', name: 'Eve', password: 'long enough', role: 'agent' } }),
);
const Password = v.pipe(
  v.strictObject({ password: NewPassword }),
  v.metadata({ example: { password: 'long enough' } }),
);
const RoleOnly = v.pipe(v.strictObject({ role: Role }), v.metadata({ example: { role: 'supervisor' } }));
const Which = v.pipe(
  v.nullish(
    v.strictObject({
      tokenId: v.pipe(v.optional(v.string()), v.description('Left out: all of them, and the session.')),
    }),
    {},
  ),
  v.metadata({ example: {} }),
);

const Account = v.pipe(
  v.object({
    agentId: AgentId,
    username: v.string(),
    name: v.string(),
    role: AccountRole,
    isDisabled: v.boolean(),
    isDemo: v.boolean(),
    isCiscos: v.boolean(),
  }),
  v.title('Account'),
);
const Token = v.object({ tokenId: v.string(), issuedAt: v.string(), expiresAt: v.string() });
/** Nothing to say: it was done. */
const Done = v.strictObject({});

const tag = 'accounts';
const done = { 200: Done };
const ofOne = ['target-gone', 'not-allowed'] as const;

/** What can be asked about accounts: the same over HTTP and by command. `bookFor`: as who asks changes it. */
export function accountRoutes(api: Api, bookFor: (request: Pick<FastifyRequest, 'asker'>) => AccountBook): void {
  const path = '/api/v1/accounts';
  api.get(
    path,
    {
      schema: {
        operationId: 'listAccounts',
        tag,
        summary: 'All accounts',
        response: { 200: v.object({ accounts: v.array(Account) }) },
      },
    },
    async request => ({ accounts: await bookFor(request).list() }),
  );
  api.post(
    path,
    {
      schema: { operationId: 'addAccount', tag, summary: 'Another account', body: NewAccount, response: done },
    },
    async request => {
      await bookFor(request).add(request.body);
      return {};
    },
  );
  api.post(
    `${path}/:username/disable`,
    {
      schema: {
        operationId: 'disableAccount',
        tag,
        summary: 'Signed out at once; who has a customer finishes first',
        params: Params,
        response: done,
        failures: ofOne,
      },
    },
    async request => {
      await bookFor(request).disable(request.params.username);
      return {};
    },
  );
  api.post(
    `${path}/:username/enable`,
    {
      schema: {
        operationId: 'enableAccount',
        tag,
        summary: 'May sign in again',
        params: Params,
        response: done,
        failures: ofOne,
      },
    },
    async request => {
      await bookFor(request).enable(request.params.username);
      return {};
    },
  );
  api.post(
    `${path}/:username/password`,
    {
      schema: {
        operationId: 'resetPassword',
        tag,
        summary: 'Another password; sessions and tokens that the old one opened end',
        params: Params,
        body: Password,
        response: done,
        failures: ofOne,
      },
    },
    async request => {
      await bookFor(request).resetPassword(request.params.username, request.body.password);
      return {};
    },
  );
  api.post(
    `${path}/:username/role`,
    {
      schema: {
        operationId: 'setRole',
        tag,
        summary: 'Another role',
        params: Params,
        body: RoleOnly,
        response: done,
        failures: ofOne,
      },
    },
    async request => {
      await bookFor(request).setRole(request.params.username, request.body.role);
      return {};
    },
  );
  api.get(
    `${path}/:username/tokens`,
    {
      schema: {
        operationId: 'listTokens',
        tag,
        summary: 'The tokens of sign-in that are good',
        params: Params,
        response: { 200: v.object({ tokens: v.array(Token) }) },
        failures: ['target-gone'],
      },
    },
    async request => ({ tokens: await bookFor(request).tokens(request.params.username, Date.now()) }),
  );
  api.post(
    `${path}/:username/tokens/revoke`,
    {
      schema: {
        operationId: 'revokeTokens',
        tag,
        summary: 'A token is good no more, or none of them',
        params: Params,
        body: Which,
        response: { 200: v.object({ revoked: v.number() }) },
        failures: ['target-gone'],
      },
    },
    async request => ({
      revoked: await bookFor(request).revokeTokens(request.params.username, request.body?.tokenId),
    }),
  );
}
