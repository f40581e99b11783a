import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort, processFamily, startPostgres } from '@eyeline/testing';
import { MortalServer } from '../eyeline/mortal-server.ts';
import { type Commits, commitsOf, noCommits } from './commits.ts';
import { Inspected } from './inspected.ts';
import { openBareConnection, openEyelineConnection, type RelayConnection } from './relay-connection.ts';

/** A server in processes of its own, and how it is measured. */
export interface RelayTarget {
  readonly name: string;
  /** All processes that do the server's work. */
  readonly pids: () => readonly number[];
  readonly inspected: Inspected;
  /** What it has stored so far. */
  readonly commits: () => Promise<Commits>;
  readonly open: () => Promise<RelayConnection>;
  readonly stop: () => Promise<void>;
}

const program = fileURLToPath(new URL('bare-relay.ts', import.meta.url));

export async function startBare(): Promise<RelayTarget> {
  const inspectPort = await freePort();
  const child = fork(program, { execArgv: [...process.execArgv, `--inspect=${inspectPort}`], silent: true });
  const [port] = await once(child, 'message');
  const inspected = await Inspected.at(inspectPort);
  return {
    name: 'bare socket.io',
    pids: () => [child.pid ?? 0],
    inspected,
    commits: async () => noCommits,
    open: () => openBareConnection(`http://127.0.0.1:${port}`),
    stop: async () => {
      inspected.close();
      child.kill('SIGKILL');
    },
  };
}

export async function startEyeline(engine: 'embedded' | 'PostgreSQL'): Promise<RelayTarget> {
  const postgres = engine === 'PostgreSQL' ? await startPostgres() : undefined;
  const server = await MortalServer.make(postgres?.url);
  const inspectPort = await freePort();
  await server.start([`--inspect=${inspectPort}`]);
  const inspected = await Inspected.at(inspectPort);
  const family = postgres ? await processFamily(postgres.pid) : [];
  return {
    name: `Eyeline, ${engine}`,
    pids: () => [server.pid, ...family],
    inspected,
    commits: () => commitsOf(server.url),
    open: () => openEyelineConnection(server.url),
    stop: async () => {
      inspected.close();
      await server.remove();
      await postgres?.stop();
    },
  };
}
