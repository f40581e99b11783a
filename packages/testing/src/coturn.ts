import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { workspaceDirectory } from './workspace.ts';

export type TurnTransport = 'udp' | 'tcp' | 'tls';

export interface CoturnOptions {
  /** Where it listens, and from where it relays. */
  readonly address: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly secret: string;
  /** PEM. */
  readonly certificate: { readonly cert: string; readonly key: string };
  /** What it lets in by. Default: all. */
  readonly transports?: readonly TurnTransport[];
}

/** A TURN server of one's own, that knows nothing of us. */
export interface Coturn {
  readonly urls: Readonly<Record<TurnTransport, string>>;
  stop(): Promise<void>;
}

/** Starts a coturn with the configuration that is recommended in NETWORK.md, at addresses of the test. */
export async function startCoturn(options: CoturnOptions): Promise<Coturn> {
  const { address, port, tlsPort, transports = ['udp', 'tcp', 'tls'] } = options;
  const home = await mkdtemp(join(tmpdir(), 'eyeline-coturn-'));
  const path = (name: string) => join(home, name);
  await writeFile(path('certificate.pem'), options.certificate.cert);
  await writeFile(path('key.pem'), options.certificate.key);
  await writeFile(path('turnserver.conf'), documented(options).replaceAll('/etc/coturn/', `${home}/`));
  const server = spawn(
    coturnProgram(),
    [
      ...['-c', path('turnserver.conf'), '--log-file=stdout', `--pidfile=${path('pid')}`, `--userdb=${path('db')}`],
      ...[
        '--no-dtls',
        ...(['udp', 'tcp', 'tls'] as const).filter(one => !transports.includes(one)).map(one => `--no-${one}`),
      ],
    ],
    { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', chunk => {
      output += chunk;
    });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.removeListener('exit', kill);
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      kill();
      await ended;
    }
    await rm(home, { recursive: true, force: true });
  };
  // As long as it takes: the test's own limit ends what does not come.
  while (!output.includes('Total General servers')) {
    if (server.exitCode !== null) {
      await stop();
      throw new Error(`coturn did not start:\n${output}`);
    }
    await sleep(20);
  }
  return {
    urls: {
      udp: `turn:${address}:${port}?transport=udp`,
      tcp: `turn:${address}:${port}?transport=tcp`,
      tls: `turns:${address}:${tlsPort}?transport=tcp`,
    },
    stop,
  };
}

/** The configuration that administrators are told to use. */
function documented({ address, port, tlsPort, secret }: CoturnOptions): string {
  const page = readFileSync(join(workspaceDirectory, 'packages/server/NETWORK.md'), 'utf8');
  const [, text] = /```ini\n([\s\S]*?)```/.exec(page) ?? [];
  if (text === undefined) throw new Error('NETWORK.md has no configuration of coturn.');
  return text
    .replaceAll('203.0.113.5', address)
    .replace('listening-port=3478', `listening-port=${port}`)
    .replace('tls-listening-port=443', `tls-listening-port=${tlsPort}`)
    .replace('THE-SECRET', secret);
}

/** EYELINE_COTURN, else the one on PATH. */
function coturnProgram(): string {
  const given = process.env['EYELINE_COTURN'];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'];
  const found = given ?? folders.map(folder => join(folder, 'turnserver')).find(existsSync);
  if (!found) throw new Error('There is no coturn: run the tests by npm test, which installs it.');
  return found;
}
