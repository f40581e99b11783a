import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { AgentName, addAgent, NewPassword } from '../people/accounts.ts';
import { Username } from '../people/username.ts';
import { accountSentences } from '../settings/sentences/accounts.ts';
import { StartupError } from '../settings/startup-error.ts';
import { openStore } from '../store/open-store.ts';
import { AccountRole } from '../store/store.ts';
import { dataDirectoryOf, runProgram } from './command-line.ts';
import { readPassword } from './read-password.ts';

const usage =
  'Usage: add-agent --username USER --name "NAME" [--role agent|supervisor] [--data DIR]; the password is asked for, or read from stdin';

const Role = v.picklist(AccountRole.options, 'the role agent or supervisor');

function check<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new StartupError(accountSentences.expected(parsed.issues[0].message));
  return parsed.output;
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
      throw new StartupError(accountSentences.usernameTaken(username));
    stdout.write(`${accountSentences.added(username, name)}\n`);
  } finally {
    await store.close();
  }
});
