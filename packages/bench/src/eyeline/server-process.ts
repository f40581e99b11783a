import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
};

/** For calls through the SFU too: the media server takes a moment longer than the rest. */
const isReady = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/readyz`).catch(() => undefined);
  const readiness: unknown = answer?.ok ? await answer.json() : undefined;
  return JSON.stringify(readiness)?.includes('"sfu":{"state":"ready"}') ?? false;
};

/** The server as a person starts it with `--demo`: a process of its own, with an embedded store that syncs to disk. */
export class ServerProcess {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(url: string, process: ChildProcess, folder: string) {
    this.url = url;
    this.#process = process;
    this.#folder = folder;
  }

  static async start(): Promise<ServerProcess> {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
    const args = ['packages/server/src/main.ts', '--demo', '--port', String(port), '--data', join(folder, 'data')];
    const child = spawn(process.execPath, ['--conditions=@eyeline/source', ...args], { cwd: root });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const server = new ServerProcess(`http://localhost:${port}`, child, folder);
    for (let tries = 0; tries < 1200 && child.exitCode === null; tries += 1) {
      if (await isReady(server.url)) return server;
      await sleep(100);
    }
    await server.close();
    throw new Error(`the server did not become ready:\n${output}`);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  async close(): Promise<void> {
    if (this.#process.exitCode === null) {
      this.#process.kill('SIGTERM');
      await Promise.race([once(this.#process, 'exit'), sleep(5000)]);
      this.#process.kill('SIGKILL');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
