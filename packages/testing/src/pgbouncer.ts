import { spawn } from 'node:child_process';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { listenTo } from './listen-to.ts';
import { unprivilegedAccount } from './unprivileged-account.ts';

/** A pooler of one's own. */
export interface Pgbouncer {
  /** What `DATABASE_URL` takes. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real PgBouncer in transaction mode before the database of `databaseUrl`: EYELINE_PGBOUNCER, else the one on PATH.
 * @throws when there is none, or it does not start; the message holds what it said
 */
export async function startPgbouncer(databaseUrl: string): Promise<Pgbouncer> {
  const { port: databasePort, username } = new URL(databaseUrl);
  const port = await freePort();
  const account = await unprivilegedAccount();
  const home = await mkdtemp(join(tmpdir(), 'eyeline-pgbouncer-'));
  const users = join(home, 'users.txt');
  const settings = join(home, 'pgbouncer.ini');
  await writeFile(users, `"${username}" ""\n`);
  await writeFile(
    settings,
    `[databases]
* = host=127.0.0.1 port=${databasePort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
`,
  );
  if (account) for (const path of [home, users, settings]) await chown(path, account.uid, account.gid);
  const program = process.env['EYELINE_PGBOUNCER'] ?? 'pgbouncer';
  const server = listenTo(spawn(program, [settings], { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], ...account }));
  const killWithUs = () => server.child.kill('SIGKILL');
  process.once('exit', killWithUs);
  const stop = async () => {
    process.removeListener('exit', killWithUs);
    server.child.kill('SIGKILL');
    await server.ended;
    await rm(home, { recursive: true, force: true });
  };
  if (!(await server.waitFor('process up', 30_000))) {
    await stop();
    throw new Error(`PgBouncer did not start:\n${server.output()}`);
  }
  return { url: `postgres://${username}@127.0.0.1:${port}/postgres`, stop };
}
