import { existsSync } from 'node:fs';
import { stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { FinesseError, printDifference } from '@eyeline/finesse';
import { pino } from 'pino';
import * as v from 'valibot';
import { CiscoDirectory, type CiscoDirectoryOptions } from '../cisco/directory/cisco-directory.ts';
import type { Config } from '../settings/config.ts';
import { readConfig } from '../settings/parse-config.ts';
import { ciscoSentences } from '../settings/sentences/cisco.ts';
import { StartupError } from '../settings/startup-error.ts';
import { openStore } from '../store/open-store.ts';
import { dataDirectoryOf, runProgram } from './command-line.ts';

const usage = `Brings Cisco's agents, teams, skills and queues to Eyeline.

  --dry-run        only print what would be done
  --server URL     ask a server that runs: http://localhost:8080
  --username USER  a supervisor of that server; the password is in EYELINE_PASSWORD, or read from stdin
  --config FILE    without --server: the configuration of a server that does not run
  --data DIR       … and where its store is (EYELINE_DATA; default .data), unless DATABASE_URL names one

Ends with 0 when nothing was to do or all of it is done, with 2 when a dry run found differences or conflicts, else with 1.
`;

/** What either way answers with. */
const Answer = v.object({
  result: v.picklist(['unchanged', 'different', 'synchronised', 'refused']),
  printed: v.string(),
  faults: v.array(v.string()),
  notes: v.array(v.string()),
});
type Answer = v.InferOutput<typeof Answer>;
const Failure = v.object({ error: v.object({ message: v.string() }) });
const SignedIn = v.object({ token: v.string() });

async function askServer(server: string, username: string, dryRun: boolean): Promise<Answer> {
  const password = process.env['EYELINE_PASSWORD'] ?? (await text(stdin)).split('\n')[0] ?? '';
  const post = async <S extends v.GenericSchema>(path: string, schema: S, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const url = new URL(`/api/v1${path}`, server);
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null);
    if (!response) throw new StartupError(ciscoSentences.noServer(server));
    const answer: unknown = await response.json().catch(() => null);
    const failure = v.safeParse(Failure, answer);
    if (failure.success) throw new StartupError(failure.output.error.message);
    const parsed = v.safeParse(schema, answer);
    if (!parsed.success) throw new StartupError(ciscoSentences.otherServer(server));
    return parsed.output;
  };
  const { token } = await post('/sign-in', SignedIn, { username, password });
  return post('/directory/synchronise', Answer, { dryRun }, token);
}

async function useStore(configPath: string, data: string | undefined, dryRun: boolean): Promise<Answer> {
  const file = readConfig(configPath);
  if (!file.directory) throw new StartupError(ciscoSentences.noDirectoryIn(configPath));
  const databaseUrl = process.env['DATABASE_URL'];
  const isNew = !databaseUrl && !existsSync(dataDirectoryOf(data));
  if (isNew && dryRun) return compare(file, nothing, dryRun);
  const store = await openStore(dataDirectoryOf(data), databaseUrl).catch(error => {
    if (error instanceof StartupError) throw new StartupError(ciscoSentences.askTheServer(error.message));
    throw error;
  });
  try {
    return await compare(file, store, dryRun);
  } finally {
    await store.close();
  }
}

/** A store that was never made: a dry run makes none. */
const nothing: CiscoDirectoryOptions['store'] = {
  loadAccounts: async () => new Map(),
  loadDirectory: async () => null,
  keepDirectory: async () => {},
};

async function compare(file: Config, store: CiscoDirectoryOptions['store'], dryRun: boolean): Promise<Answer> {
  const directory = await CiscoDirectory.open({ file, store, log: pino({ level: 'silent' }) });
  try {
    const { result, difference, faults, notes } = await directory.synchronise({ dryRun });
    return { result, printed: printDifference(difference), faults: [...faults], notes: [...notes] };
  } catch (error) {
    if (error instanceof FinesseError) throw new StartupError(error.message);
    throw error;
  } finally {
    await directory.close();
  }
}

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean', default: false },
      server: { type: 'string' },
      username: { type: 'string' },
      config: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    stdout.write(usage);
    return;
  }
  const { server, username, config, data, 'dry-run': dryRun } = values;
  if (server ? !username : !config) throw new StartupError(ciscoSentences.serverOrConfig);
  const answer =
    server && username ? await askServer(server, username, dryRun) : await useStore(config ?? '', data, dryRun);
  const { result, printed, faults, notes } = answer;
  stdout.write(printed);
  for (const note of notes) stdout.write(`# ${note}\n`);
  if (result === 'refused') throw new StartupError(ciscoSentences.refused(faults));
  stdout.write(`${ciscoSentences.outcomes[result]}\n`);
  const hasConflicts = printed.split('\n').some(line => line.startsWith('!'));
  if (dryRun && (result === 'different' || hasConflicts)) process.exitCode = 2;
});
