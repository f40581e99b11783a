import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AgentName, NewPassword } from '../people/accounts.ts';
import { Username } from '../people/username.ts';
import { accountSentences } from '../settings/sentences/accounts.ts';
import { StartupError } from '../settings/startup-error.ts';
import { AccountRole } from '../store/store.ts';
import { type AccountsRequest, askAccounts } from './ask-accounts.ts';
import { dataDirectoryOf, runProgram } from './command-line.ts';
import { checkGiven } from './program/check-given.ts';
import { readPassword } from './read-password.ts';

const usage = `Who may sign in. Works while the server of the same --data runs, and while it is stopped.

  list                                   all accounts
  add USER --name "NAME" [--role ROLE]   a new one; the password is asked for, or read from stdin
  disable USER                           signed out at once; who has a customer finishes first
  enable USER
  reset USER                             another password, asked for or read from stdin; sessions and tokens end
  role USER agent|supervisor|administrator
  tokens USER                            the tokens for HTTP that are good
  revoke-tokens USER [TOKEN]             all of them and the session, or one

  --data DIR    where the store is (EYELINE_DATA; default .data); DATABASE_URL names a PostgreSQL server
                instead, spelt as the running server has it
`;

const List = v.object({
  accounts: v.array(
    v.object({
      username: v.string(),
      name: v.string(),
      role: v.string(),
      isDisabled: v.boolean(),
      isDemo: v.boolean(),
      isCiscos: v.boolean(),
    }),
  ),
});
const Role = v.picklist(AccountRole.options, accountSentences.role(AccountRole.options));
const Tokens = v.object({
  tokens: v.array(v.object({ tokenId: v.string(), issuedAt: v.string(), expiresAt: v.string() })),
});
const Revoked = v.object({ revoked: v.number() });

interface Given {
  readonly user: string;
  readonly more: string | undefined;
  readonly name: string | undefined;
  readonly role: string | undefined;
}

interface Command {
  readonly request: (given: Given) => AccountsRequest | Promise<AccountsRequest>;
  /** What is printed. */
  readonly describe: (answer: unknown, given: Given) => string;
}

const of = (user: string, rest: string) => `/accounts/${encodeURIComponent(user)}${rest}`;
const post = (path: string, body: object): AccountsRequest => ({ method: 'POST', path, body });

const commands: Readonly<Record<string, Command>> = {
  list: {
    request: () => ({ method: 'GET', path: '/accounts' }),
    describe: answer =>
      v
        .parse(List, answer)
        .accounts.map(({ username, name, role, isDisabled, isDemo, isCiscos }) => {
          const notes = [
            isDisabled && accountSentences.isDisabled,
            isDemo && accountSentences.isOfDemo,
            isCiscos && accountSentences.isCiscos,
          ].filter(Boolean);
          return [username, name, role, notes.join(', ')].join('\t').trimEnd();
        })
        .join('\n'),
  },
  add: {
    request: async ({ user, name = '', role = 'agent' }) => {
      const account = {
        username: checkGiven(Username, user),
        name: checkGiven(AgentName, name),
        role: checkGiven(Role, role),
      };
      return post('/accounts', { ...account, password: checkGiven(NewPassword, await readPassword()) });
    },
    describe: (_, { user, name }) => accountSentences.added(user, name ?? ''),
  },
  disable: {
    request: ({ user }) => post(of(user, '/disable'), {}),
    describe: (_, { user }) => accountSentences.disabled(user),
  },
  enable: {
    request: ({ user }) => post(of(user, '/enable'), {}),
    describe: (_, { user }) => accountSentences.enabled(user),
  },
  reset: {
    request: async ({ user }) =>
      post(of(user, '/password'), { password: checkGiven(NewPassword, await readPassword()) }),
    describe: (_, { user }) => accountSentences.passwordReset(user),
  },
  role: {
    request: ({ user, more }) => post(of(user, '/role'), { role: checkGiven(Role, more ?? '') }),
    describe: (_, { user, more }) => accountSentences.roleChanged(user, more ?? ''),
  },
  tokens: {
    request: ({ user }) => ({ method: 'GET', path: of(user, '/tokens') }),
    describe: answer =>
      v
        .parse(Tokens, answer)
        .tokens.map(({ tokenId, issuedAt, expiresAt }) => accountSentences.token(tokenId, issuedAt, expiresAt))
        .join('\n') || accountSentences.noToken,
  },
  'revoke-tokens': {
    request: ({ user, more }) => post(of(user, '/tokens/revoke'), more === undefined ? {} : { tokenId: more }),
    describe: answer => accountSentences.revoked(v.parse(Revoked, answer).revoked),
  },
};

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      role: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    stdout.write(usage);
    return;
  }
  const [name = '', user = '', more] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new StartupError(accountSentences.whatToDo(Object.keys(commands)));
  if (name !== 'list' && user === '') throw new StartupError(accountSentences.whose(name));
  const given: Given = { user, more, name: values.name, role: values.role };
  const answer = await askAccounts(await command.request(given), {
    dataDirectory: dataDirectoryOf(values.data),
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    mayMake: name === 'add',
    onAsked: sentence => stderr.write(`${sentence}\n`),
  });
  stdout.write(`${command.describe(answer, given)}\n`);
});
