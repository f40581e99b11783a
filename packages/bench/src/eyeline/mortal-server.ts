import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { demoConfig } from '@eyeline/server';
import { freePort } from '@eyeline/testing';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const betweenPollsMs = 100;
/** Whoever measures writes faster than a person may. */
const many = 1_000_000;
const limits = {
  frameBurst: many,
  framesPerSecond: many,
  commandBurst: many,
  commandsPerSecond: many,
  interactionBurst: many,
  interactionsPerMinute: many,
  connections: many,
  connectionsPerAddress: many,
  sockets: many,
  socketsPerAddress: many,
};

/** The demo's server as a process that dies without a goodbye and starts again on the same store. */
export class MortalServer {
  readonly url: string;
  readonly #folder: string;
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | null = null;

  private constructor(port: number, folder: string, databaseUrl: string | undefined) {
    this.url = `http://localhost:${port}`;
    this.#folder = folder;
    const where = ['--port', String(port), '--data', join(folder, 'data'), '--config', join(folder, 'config.json')];
    this.#args = ['packages/server/src/main.ts', '--demo', ...where];
    this.#env = { ...process.env, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
  }

  /** `databaseUrl`: without it the store is an embedded one. `more`: of the configuration. */
  static async make(databaseUrl?: string, more: object = {}): Promise<MortalServer> {
    const folder = await mkdtemp(join(tmpdir(), 'eyeline-soak-'));
    await writeFile(join(folder, 'config.json'), JSON.stringify({ ...demoConfig, limits, ...more }));
    return new MortalServer(await freePort(), folder, databaseUrl);
  }

  /** `options`: for Node itself. */
  async start(options: readonly string[] = []): Promise<void> {
    const args = ['--conditions=@eyeline/source', ...options, ...this.#args];
    const child = spawn(process.execPath, args, { cwd: root, env: this.#env });
    this.#process = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk));
    while (child.exitCode === null) {
      if ((await fetch(`${this.url}/readyz`).catch(() => null))?.ok) return;
      await sleep(betweenPollsMs);
    }
    throw new Error(`The server did not start:\n${output}`);
  }

  /** Of the embedded store. */
  get dataDirectory(): string {
    return join(this.#folder, 'data');
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** By default without a goodbye. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
