import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AgentName, addAgent, NewPassword } from '../people/accounts.ts';
import { Username } from '../people/username.ts';
import { StartupError } from '../settings/startup-error.ts';
import { openStore } from '../store/open-store.ts';
import { AccountRole } from '../store/store.ts';
import { dataDirectoryOf, runProgram } from './command-line.ts';

const usage =
  'Usage: add-agent --username USER --name "NAME" [--role agent|supervisor] [--data DIR]; the password is asked for, or read from stdin';

const Role = v.picklist(AccountRole.options, 'the role agent or supervisor');

function check<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new StartupError(`Give ${parsed.issues[0].message}.`);
  return parsed.output;
}

/** The first line of stdin; what is typed at a terminal is not shown. */
async function readPassword(): Promise<string> {
  if (stdin.isTTY) stdout.write('Password: ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: stdin.isTTY });
  for await (const line of lines) {
    lines.close();
    if (stdin.isTTY) stdout.write('\n');
    return line;
  }
  return '';
}

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      username: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string', default: 'agent' },
      data: { type: 'string' },
    },
  });
  if (!values.username || !values.name) throw new StartupError(usage);
  const username = check(Username, values.username);
  const name = check(AgentName, values.name);
  const role = check(Role, values.role);
  const password = check(NewPassword, await readPassword());
  const store = await openStore(dataDirectoryOf(values.data), process.env['DATABASE_URL'], { writer: false });
  try {
    if (!(await addAgent(store, { username, name, password, role })))
      throw new StartupError(`There is an agent "${username}" already. Choose another user name.`);
    stdout.write(`${name} can sign in as ${username}.\n`);
  } finally {
    await store.close();
  }
});
