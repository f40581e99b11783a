import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { postgresDirectory } from './postgres-directory.ts';

/** A PostgreSQL server of one's own. */
export interface Postgres {
  /** What `DATABASE_URL` takes. */
  readonly url: string;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

type Account = { uid: number; gid: number };

const readyWithinMs = 30_000;

/**
 * Starts a real PostgreSQL server on 127.0.0.1 with an empty database, a free port and a data folder of its own.
 * @throws when there is no PostgreSQL on this machine, or it does not start; the message holds what it said
 */
export async function startPostgres(): Promise<Postgres> {
  const programs = postgresDirectory();
  const account = await unprivilegedAccount();
  const home = await mkdtemp(join(tmpdir(), 'eyeline-postgres-'));
  try {
    if (account) await chown(home, account.uid, account.gid);
    const data = join(home, 'data');
    const start = (program: string, args: string[]) =>
      listen(spawn(join(programs, program), args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], ...account }));

    const making = start('initdb', [
      '-D',
      data,
      '-U',
      'eyeline',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ]);
    if ((await making.ended) !== 0) throw new Error(`initdb did not succeed:\n${making.said()}`);

    const port = await freePort();
    const server = start('postgres', [
      ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
      // No socket files: the folder's path may be longer than a socket's name can be.
      ...['-c', 'unix_socket_directories=', '-c', 'logging_collector=off'],
    ]);
    const killWithUs = () => server.child.kill('SIGKILL');
    process.once('exit', killWithUs);
    const stop = async () => {
      process.removeListener('exit', killWithUs);
      // SIGINT is PostgreSQL's fast shutdown: it does not wait for its clients.
      server.child.kill('SIGINT');
      await server.ended;
      await rm(home, { recursive: true, force: true });
    };
    if (!(await server.says('ready to accept connections', readyWithinMs))) {
      await stop();
      throw new Error(`PostgreSQL did not start:\n${server.said()}`);
    }
    return { url: `postgres://eyeline@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root; then its own account runs it, or nobody's. */
async function unprivilegedAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'));
  const [, , uid, gid] =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

function listen(child: ChildProcess) {
  let output = '';
  const ended = new Promise<number | null>(resolve => {
    child.once('close', resolve);
    child.once('error', error => {
      output += error.message;
      resolve(null);
    });
  });
  const heard = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of heard) listener();
    });
  }
  return {
    child,
    ended,
    said: () => output,
    /** Whether the child says the text before it ends or the time is over. */
    says: (text: string, withinMs: number) =>
      new Promise<boolean>(resolve => {
        const timer = setTimeout(() => resolve(false), withinMs);
        const listener = () => output.includes(text) && answer(true);
        const answer = (value: boolean) => {
          clearTimeout(timer);
          heard.delete(listener);
          resolve(value);
        };
        heard.add(listener);
        ended.then(() => answer(false));
        listener();
      }),
  };
}
