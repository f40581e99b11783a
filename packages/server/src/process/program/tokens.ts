import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ServiceTokenRequest } from '../../http/routes/service-tokens.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { type AccountsRequest, askAccounts } from '../ask-accounts.ts';
import { dataDirectoryOf, runProgram } from '../command-line.ts';
import { checkGiven } from './check-given.ts';

const usage = `Tokens by which other systems ask this server over HTTP. Works while the server of the same --data runs, and
while it is stopped. GUESTS.md says what a token is good for.

  add NAME [--scope invitations] [--days 365]   makes one and shows it, this once; --days 0: it does not expire
  list                                          all of them, without what they are
  revoke ID

  --data DIR    where the store is (EYELINE_DATA; default .data); DATABASE_URL names a PostgreSQL server
                instead, spelt as the running server has it
`;

const sentences = invitationSentences.tokens;
const Added = v.object({ token: v.string() });
const List = v.object({
  tokens: v.array(
    v.object({
      tokenId: v.string(),
      name: v.string(),
      scope: v.string(),
      issuedAt: v.string(),
      expiresAt: v.nullable(v.string()),
    }),
  ),
});

interface Given {
  readonly subject: string;
  readonly scope: string | undefined;
  readonly days: string | undefined;
}

interface Command {
  readonly request: (given: Given) => AccountsRequest;
  /** What is printed. */
  readonly describe: (answer: unknown, given: Given) => string;
}

const path = '/service-tokens';
const required = (subject: string, otherwise: string): string => {
  if (subject === '') throw new StartupError(otherwise);
  return subject;
};
const daysOf = (days: string | undefined): number | null | undefined =>
  days === undefined ? undefined : days === '0' ? null : Number(days);

const commands: Readonly<Record<string, Command>> = {
  add: {
    request: ({ subject, scope, days }) => ({
      method: 'POST',
      path,
      body: checkGiven(ServiceTokenRequest, {
        name: required(subject, sentences.nameMissing),
        scope,
        days: daysOf(days),
      }),
    }),
    describe: answer => sentences.made(v.parse(Added, answer).token),
  },
  list: {
    request: () => ({ method: 'GET', path }),
    describe: answer =>
      v
        .parse(List, answer)
        .tokens.map(one => sentences.line(one.tokenId, one.name, one.scope, one.issuedAt, one.expiresAt))
        .join('\n') || sentences.none,
  },
  revoke: {
    request: ({ subject }) => ({
      method: 'DELETE',
      path: `${path}/${encodeURIComponent(required(subject, sentences.idMissing))}`,
    }),
    describe: (_, { subject }) => sentences.revoked(subject),
  },
};

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scope: { type: 'string' },
      days: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    stdout.write(usage);
    return;
  }
  const [name = '', subject = ''] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new StartupError(sentences.whatToDo(Object.keys(commands)));
  const given: Given = { subject, scope: values.scope, days: values.days };
  const answer = await askAccounts(command.request(given), {
    dataDirectory: dataDirectoryOf(values.data),
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    mayMake: name === 'add',
    onAsked: sentence => stderr.write(`${sentence}\n`),
  });
  stdout.write(`${command.describe(answer, given)}\n`);
});
