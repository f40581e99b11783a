import { spawn } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { type ListenedProcess, listenTo } from './listen-to.ts';
import { postgresDirectory } from './postgres-directory.ts';
import { ended, processFamily } from './process-family.ts';
import { unprivilegedAccount } from './unprivileged-account.ts';

/** A PostgreSQL server of one's own. */
export interface Postgres {
  /** What `DATABASE_URL` takes. */
  readonly url: string;
  /** Of the process that all others of it belong to. */
  readonly pid: number;
  /** Ends as an administrator ends it, and is there again at the same address. */
  restart(): Promise<void>;
  /** Dies as it stands (kill -9), and is there again at the same address. */
  crash(): Promise<void>;
  /** All its processes stand still until they are let go on. */
  freeze(): Promise<() => void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

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
      listenTo(spawn(join(programs, program), args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'], ...account }));

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
    if ((await making.ended) !== 0) throw new Error(`initdb did not succeed:\n${making.output()}`);

    const port = await freePort();
    const run = async () => {
      const server = start('postgres', [
        ...['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
        // No socket files: the folder's path may be longer than a socket's name can be.
        ...['-c', 'unix_socket_directories=', '-c', 'logging_collector=off'],
      ]);
      if (await server.waitFor('ready to accept connections', readyWithinMs)) return server;
      await end(server);
      throw new Error(`PostgreSQL did not start:\n${server.output()}`);
    };
    let server = await run();
    const killWithUs = () => server.child.kill('SIGKILL');
    process.once('exit', killWithUs);
    return {
      url: `postgres://eyeline@127.0.0.1:${port}/postgres`,
      get pid() {
        return server.child.pid ?? 0;
      },
      restart: async () => {
        await end(server);
        server = await run();
      },
      crash: async () => {
        const family = await processFamily(server.child.pid ?? 0);
        server.child.kill('SIGKILL');
        await server.ended;
        // Its children notice; their memory has to be free before another one starts.
        await Promise.all(family.map(ended));
        server = await run();
      },
      freeze: async () => {
        const family = await processFamily(server.child.pid ?? 0);
        for (const pid of family) process.kill(pid, 'SIGSTOP');
        return () => {
          for (const pid of family) process.kill(pid, 'SIGCONT');
        };
      },
      stop: async () => {
        process.removeListener('exit', killWithUs);
        await end(server);
        await rm(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it does not wait for its clients. */
async function end({ child, ended }: ListenedProcess): Promise<void> {
  child.kill('SIGINT');
  await ended;
}
