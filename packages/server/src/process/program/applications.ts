import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { NewApplication, NewSecret } from '../../http/routes/applications.ts';
import { applicationSentences as sentences } from '../../settings/sentences/applications.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { type AccountsRequest, askAccounts } from '../ask-accounts.ts';
import { dataDirectoryOf, runProgram } from '../command-line.ts';
import { checkGiven } from './check-given.ts';

const usage = `Systems that ask this server over HTTP, and their secrets. Works while the server of the same --data runs, and
while it is stopped. API.md says what they may ask.

  add NAME --scopes figures,interactions [--entry-points support,cards] [--days 365]
                          makes one and shows its first secret, this once; --days 0: it does not expire
  list                    all of them, with when each secret was used last
  secret ID [--days 365]  another secret beside the one that there is: bring it to where it is used, then
  forget ID SECRET        the old one is good no more
  remove ID               it may ask nothing any more

  --data DIR    where the store is (EYELINE_DATA; default .data); DATABASE_URL names a PostgreSQL server
                instead, spelt as the running server has it
`;

const Made = v.object({ applicationId: v.string(), secret: v.string() });
const SecretMade = v.object({ secret: v.string() });
const List = v.object({
  applications: v.array(
    v.object({
      applicationId: v.string(),
      name: v.string(),
      scopes: v.array(v.string()),
      entryPointIds: v.nullable(v.array(v.string())),
      secrets: v.array(
        v.object({
          secretId: v.string(),
          issuedAt: v.string(),
          expiresAt: v.nullable(v.string()),
          lastUsedAt: v.nullable(v.string()),
        }),
      ),
    }),
  ),
});

interface Given {
  readonly subject: string;
  readonly secretId: string;
  readonly scopes: string | undefined;
  readonly entryPoints: string | undefined;
  readonly days: string | undefined;
}

interface Command {
  readonly request: (given: Given) => AccountsRequest;
  /** What is printed. */
  readonly describe: (answer: unknown) => string;
}

const path = '/applications';
const required = (subject: string, otherwise: string): string => {
  if (subject === '') throw new StartupError(otherwise);
  return subject;
};
const at = (...parts: readonly string[]): string => [path, ...parts.map(encodeURIComponent)].join('/');
const daysOf = (days: string | undefined): number | null | undefined =>
  days === undefined ? undefined : days === '0' ? null : Number(days);

const commands: Readonly<Record<string, Command>> = {
  add: {
    request: ({ subject, scopes = '', entryPoints, days }) => ({
      method: 'POST',
      path,
      body: checkGiven(NewApplication, {
        name: required(subject, sentences.nameMissing),
        scopes: scopes.split(',').filter(Boolean),
        entryPointIds: entryPoints?.split(',') ?? null,
        days: daysOf(days),
      }),
    }),
    describe: answer => {
      const { applicationId, secret } = v.parse(Made, answer);
      return sentences.made(applicationId, secret);
    },
  },
  list: {
    request: () => ({ method: 'GET', path }),
    describe: answer =>
      v
        .parse(List, answer)
        .applications.flatMap(one => [
          sentences.line(one.applicationId, one.name, one.scopes, one.entryPointIds),
          ...one.secrets.map(secret =>
            sentences.secretLine(secret.secretId, secret.issuedAt, secret.expiresAt, secret.lastUsedAt),
          ),
        ])
        .join('\n') || sentences.none,
  },
  secret: {
    request: ({ subject, days }) => ({
      method: 'POST',
      path: at(required(subject, sentences.idMissing), 'secrets'),
      body: checkGiven(NewSecret, { days: daysOf(days) }),
    }),
    describe: answer => sentences.secretMade(v.parse(SecretMade, answer).secret),
  },
  forget: {
    request: ({ subject, secretId }) => ({
      method: 'DELETE',
      path: at(required(subject, sentences.secretMissing), 'secrets', required(secretId, sentences.secretMissing)),
    }),
    describe: () => sentences.done,
  },
  remove: {
    request: ({ subject }) => ({ method: 'DELETE', path: at(required(subject, sentences.idMissing)) }),
    describe: () => sentences.done,
  },
};

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      scopes: { type: 'string' },
      'entry-points': { type: 'string' },
      days: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    stdout.write(usage);
    return;
  }
  const [name = '', subject = '', secretId = ''] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new StartupError(invitationSentences.tokens.whatToDo(Object.keys(commands)));
  const given: Given = {
    subject,
    secretId,
    scopes: values.scopes,
    entryPoints: values['entry-points'],
    days: values.days,
  };
  const answer = await askAccounts(command.request(given), {
    dataDirectory: dataDirectoryOf(values.data),
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    mayMake: name === 'add',
    onAsked: sentence => stderr.write(`${sentence}\n`),
  });
  stdout.write(`${command.describe(answer)}\n`);
});
