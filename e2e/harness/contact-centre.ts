import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { demoConfig } from '@eyeline/server';
import { briefNode, freePort } from '@eyeline/testing';
import { copyOf } from './data-template.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface ContactCentreOptions {
  /** Where the log is kept; without it in an embedded store of this contact centre's own. */
  readonly databaseUrl?: string;
  /** How long an offer stands, in ms. If left out so long that no machine is too slow to answer it. */
  readonly offerTimeoutMs?: number;
  /** How long a call waits for a side that is away, in ms. If left out as long as the configuration says. */
  readonly rejoinGraceMs?: number;
  /** What is different from the configuration below, in place of the demo's. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Who has an account where there is a configuration: Anna and Ben if left out. */
  readonly agents?: readonly string[];
}

/** The server as a person starts it: a process of its own, which can be killed. */
export class ContactCentre {
  readonly url: string;
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  readonly #folder: string;
  #process: ChildProcess | null = null;
  #output = '';

  private constructor(port: number, folder: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.url = `http://localhost:${port}`;
    this.#args = ['--port', String(port), '--data', join(folder, 'data'), ...args];
    this.#env = { ...process.env, ...env };
    this.#folder = folder;
  }

  static async start(options: ContactCentreOptions = {}): Promise<ContactCentre> {
    const folder = await mkdtemp(join(tmpdir(), 'eyeline-e2e-'));
    const port = await freePort();
    const env = options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {};
    const own = options.config ?? (options.offerTimeoutMs ? {} : undefined);
    const path = join(folder, 'config.json');
    const config = own ? { ...configuration, ...own } : demoConfig;
    const graced = options.rejoinGraceMs ? withGrace(config, options.rejoinGraceMs) : config;
    await writeFile(path, JSON.stringify(withTimeout(graced, options.offerTimeoutMs ?? 240_000)));
    const args = ['--config', path, ...(own ? [] : ['--demo'])];
    const agents = own ? (options.agents ?? ['Anna', 'Ben']) : null;
    const addAccounts = async (to: ContactCentre) => {
      if (agents) for (const name of agents) to.#addAgent(name);
      // The demo adds its own when it starts.
      else await to.run().then(() => to.#end());
    };
    const centre = new ContactCentre(port, folder, args, env);
    if (!options.databaseUrl)
      await copyOf(agents?.join() ?? 'demo', folder, template =>
        addAccounts(new ContactCentre(port, template, args, env)),
      );
    else if (agents) await addAccounts(centre);
    await centre.run();
    return centre;
  }

  /** Another configuration in the place of this one, while it runs. */
  async configure(own: Readonly<Record<string, unknown>>): Promise<void> {
    await writeFile(
      join(this.#folder, 'config.json'),
      JSON.stringify(withTimeout({ ...configuration, ...own }, 240_000)),
    );
  }

  /** The same at another of this machine's addresses. */
  urlAt(address: string): string {
    return this.url.replace('localhost', address);
  }

  #addAgent(name: string) {
    const data = this.#args.slice(this.#args.indexOf('--data'), this.#args.indexOf('--data') + 2);
    const username = name.toLowerCase();
    const args = ['packages/server/src/process/add-agent.ts', ...data, '--username', username, '--name', name];
    const { status, stderr } = spawnSync(process.execPath, [...briefNode, ...args], {
      cwd: root,
      env: this.#env,
      input: `${password}\n`,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`add-agent failed: ${stderr}`);
  }

  async run(): Promise<void> {
    const child = spawn(process.execPath, [...briefNode, 'packages/server/src/main.ts', ...this.#args], {
      cwd: root,
      env: this.#env,
    });
    this.#process = child;
    const keep = (chunk: Buffer) => {
      this.#output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    // As long as it takes: the test's own limit ends what does not come.
    while (child.exitCode === null) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Error(`the server ended:\n${this.#output}`);
  }

  /** What an administrator's command prints. */
  command(path: string, ...args: readonly string[]): string {
    const data = this.#args.slice(this.#args.indexOf('--data'), this.#args.indexOf('--data') + 2);
    const run = spawnSync(process.execPath, [...briefNode, path, ...args, ...data], {
      cwd: root,
      env: this.#env,
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(`${path} failed: ${run.stderr}`);
    return run.stdout;
  }

  /** As it ends when it is asked to. */
  async #end(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    child?.kill('SIGTERM');
    if (child) await once(child, 'exit');
  }

  /** No goodbye: what a power cut or the kernel would do. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** The media server's workers die, and nobody says goodbye: so many were there. */
  killMediaWorkers(): number {
    const rows = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).stdout.split('\n');
    const workers = rows
      .map(row => row.trim().split(/\s+/))
      .filter(([, parent, name]) => Number(parent) === this.#process?.pid && name?.includes('mediasoup'));
    for (const [pid] of workers) process.kill(Number(pid), 'SIGKILL');
    return workers.length;
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** The demo agents' password, and that of the agents added here. */
export const password = 'eyeline-demo';

/** The configuration, with offers that stand so long, unless it says itself how long. */
function withTimeout(config: Readonly<Record<string, unknown>>, offerTimeoutMs: number) {
  const routing: { readonly policy?: object } = config['routing'] ?? {};
  return { ...config, routing: { ...routing, policy: { offerTimeoutMs, ...routing.policy } } };
}

interface Entry {
  readonly escalation?: object;
}

/** The configuration, with calls at each entry point that wait so long for a side that is away. */
function withGrace(config: Readonly<Record<string, unknown>>, rejoinGraceMs: number) {
  const entryPoints = (config['entryPoints'] as readonly Entry[]).map(one => ({
    ...one,
    escalation: { ...one.escalation, rejoinGraceMs },
  }));
  return { ...config, entryPoints };
}

const configuration = {
  entryPoints: [
    {
      entryPointId: 'support',
      title: 'Support',
      form: [{ name: 'name', label: 'Name', type: 'text', required: true }],
    },
  ],
  wrapUpCodes: [{ code: 'solved', label: 'Solved' }],
  notReadyReasons: [{ code: 'break', label: 'Break' }],
  iceServers: [],
};
