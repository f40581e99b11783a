import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ReplayRequest } from '../../http/routes/webhooks.ts';
import { webhookSentences } from '../../settings/sentences/webhooks.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { PauseReason } from '../../store/webhooks/webhook-store.ts';
import { type AccountsRequest, askAccounts } from '../ask-accounts.ts';
import { dataDirectoryOf, runProgram } from '../command-line.ts';
import { checkGiven } from './check-given.ts';

const usage = `Who is told what happens, and how that goes. Works while the server of the same --data runs, and while it is
stopped. WEBHOOKS.md says what is sent.

  list                                   all of them: how far they are, and whether they are paused
  log ID [--limit 100]                   what was sent last, and what came of it
  dead ID [--limit 100]                  what was given up
  pause ID
  resume ID                              what waits is sent at once
  replay ID --from 2026-11-28T09:00:00Z  all that has happened since is sent again, with the same ids
  replay ID --interaction INTERACTION    or all of one interaction
  replay ID --dead                       or what was given up, and what came after it in its interactions

  --data DIR    where the store is (EYELINE_DATA; default .data); DATABASE_URL names a PostgreSQL server
                instead, spelt as the running server has it
`;

const List = v.object({
  webhooks: v.array(
    v.object({
      id: v.string(),
      url: v.nullable(v.string()),
      paused: v.nullable(PauseReason),
      deliveredAt: v.nullable(v.string()),
      behind: v.number(),
      lagging: v.number(),
      dead: v.number(),
    }),
  ),
});
const Log = v.object({
  attempts: v.array(
    v.object({
      at: v.string(),
      eventId: v.string(),
      name: v.string(),
      attempt: v.number(),
      status: v.nullable(v.number()),
      reason: v.nullable(v.string()),
      ms: v.number(),
    }),
  ),
});
const Dead = v.object({
  deadLetters: v.array(
    v.object({
      at: v.string(),
      eventId: v.string(),
      attempts: v.number(),
      reason: v.string(),
    }),
  ),
});

interface Given {
  readonly id: string;
  readonly limit: string | undefined;
  readonly from: string | undefined;
  readonly interaction: string | undefined;
  readonly dead: boolean;
}

interface Command {
  readonly request: (given: Given) => AccountsRequest;
  /** What is printed. */
  readonly describe: (answer: unknown, given: Given) => string;
}

function of({ id }: Given, rest: string): string {
  if (id === '') throw new StartupError(webhookSentences.idMissing);
  return `/webhooks/${encodeURIComponent(id)}/${rest}`;
}
const limited = ({ limit }: Given): string => (limit === undefined ? '' : `?limit=${encodeURIComponent(limit)}`);
const post = (path: string, body: object = {}): AccountsRequest => ({
  method: 'POST',
  path,
  body,
});

function replayFrom({ from, interaction, dead }: Given): object {
  const asked = {
    ...(from === undefined ? {} : { from }),
    ...(interaction === undefined ? {} : { interactionId: interaction }),
    ...(dead ? { deadLetters: true } : {}),
  };
  checkGiven(ReplayRequest, asked);
  return asked;
}

const commands: Readonly<Record<string, Command>> = {
  list: {
    request: () => ({ method: 'GET', path: '/webhooks' }),
    describe: answer => v.parse(List, answer).webhooks.map(webhookSentences.line).join('\n') || webhookSentences.none,
  },
  log: {
    request: given => ({
      method: 'GET',
      path: of(given, `attempts${limited(given)}`),
    }),
    describe: answer =>
      v
        .parse(Log, answer)
        .attempts.map(({ at, eventId, name, attempt, status, reason, ms }) =>
          [at, eventId, name, `#${attempt}`, status ?? '-', reason ?? 'ok', `${ms} ms`].join('\t'),
        )
        .join('\n') || webhookSentences.noAttempt,
  },
  dead: {
    request: given => ({
      method: 'GET',
      path: of(given, `dead-letters${limited(given)}`),
    }),
    describe: answer =>
      v
        .parse(Dead, answer)
        .deadLetters.map(({ at, eventId, attempts, reason }) => [at, eventId, `#${attempts}`, reason].join('\t'))
        .join('\n') || webhookSentences.none,
  },
  pause: {
    request: given => post(of(given, 'pause')),
    describe: (_, { id }) => webhookSentences.pausedByHand(id),
  },
  resume: {
    request: given => post(of(given, 'resume')),
    describe: (_, { id }) => webhookSentences.resumed(id),
  },
  replay: {
    request: given => post(of(given, 'replay'), replayFrom(given)),
    describe: (_, { id }) => webhookSentences.replayed(id),
  },
};

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      limit: { type: 'string' },
      from: { type: 'string' },
      interaction: { type: 'string' },
      dead: { type: 'boolean', default: false },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    stdout.write(usage);
    return;
  }
  const [name = '', id = ''] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new StartupError(webhookSentences.whatToDo(Object.keys(commands)));
  const { limit, from, interaction, dead } = values;
  const given: Given = { id, limit, from, interaction, dead };
  const answer = await askAccounts(command.request(given), {
    dataDirectory: dataDirectoryOf(values.data),
    databaseUrl: process.env['DATABASE_URL'] || undefined,
    onAsked: sentence => stderr.write(`${sentence}\n`),
  });
  stdout.write(`${command.describe(answer, given)}\n`);
});
