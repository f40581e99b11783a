import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '@eyeline/testing';
import type { TestAuthority } from './authority.ts';

/** A Prosody of one's own: an XMPP server that knows nothing of us. */
export interface Prosody {
  readonly domain: string;
  readonly pubsubDomain: string;
  /** WebSocket with TLS. */
  readonly webSocket: string;
  /** TCP with TLS from the first byte. */
  readonly tcp: string;
  readonly tcpPort: number;
  /** Stops it from answering, as a machine that hangs. */
  freeze(): void;
  thaw(): void;
  /** What it wrote into its log. */
  log(): string;
  stop(): Promise<void>;
}

const readyWithinMs = 20_000;

/** Starts a Prosody with these users (name to password) for `domain`. The users and `finesse` may publish on its pubsub. */
export async function startProsody(
  domain: string,
  authority: TestAuthority,
  users: Readonly<Record<string, string>>,
  certifiedNames: readonly string[] = [domain, `pubsub.${domain}`],
): Promise<Prosody> {
  const home = await mkdtemp(join(tmpdir(), 'eyeline-prosody-'));
  const certificate = authority.issue(domain, certifiedNames);
  const [secureWeb, tcpPort, web, plain] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const path = (name: string) => join(home, name);
  await writeFile(path('tls.crt'), certificate.certificate);
  await writeFile(path('tls.key'), certificate.key);
  const accounts = path(`data/${encode(domain)}/accounts`);
  await mkdir(accounts, { recursive: true });
  for (const [name, password] of Object.entries(users)) {
    await writeFile(join(accounts, `${encode(name)}.dat`), `return { password = ${JSON.stringify(password)} };\n`);
  }
  const tls = `{ certificate = "${path('tls.crt')}"; key = "${path('tls.key')}"; }`;
  await writeFile(
    path('prosody.cfg.lua'),
    `
daemonize = false
pidfile = "${path('prosody.pid')}"
data_path = "${path('data')}"
run_as_root = true
modules_enabled = { "roster"; "saslauth"; "tls"; "disco"; "ping"; "websocket"; "posix"; }
modules_disabled = { "s2s"; "offline"; }
interfaces = { "127.0.0.1" }
c2s_ports = { ${plain} }
c2s_direct_tls_ports = { ${tcpPort} }
c2s_direct_tls_ssl = ${tls}
s2s_ports = { }
http_ports = { ${web} }
https_ports = { ${secureWeb} }
https_ssl = ${tls}
ssl = ${tls}
http_host = "${domain}"
http_default_host = "${domain}"
consider_websocket_secure = true
authentication = "internal_plain"
storage = "internal"
log = { info = "*console" }
VirtualHost "${domain}"
ssl = ${tls}
Component "pubsub.${domain}" "pubsub"
autocreate_on_publish = true
autocreate_on_subscribe = true
admins = { ${Object.keys(users)
      .map(name => JSON.stringify(`${name}@${domain}`))
      .join('; ')} }
`,
  );
  const account = await unprivilegedAccount();
  if (account) {
    for (const name of [
      home,
      path('data'),
      path(`data/${encode(domain)}`),
      accounts,
      path('tls.crt'),
      path('tls.key'),
    ]) {
      await chown(name, account.uid, account.gid);
    }
    for (const name of Object.keys(users)) await chown(join(accounts, `${encode(name)}.dat`), account.uid, account.gid);
  }
  const server = spawn(prosodyProgram(), ['-F', '--config', path('prosody.cfg.lua')], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...account,
  });
  let output = '';
  server.stdout.on('data', chunk => {
    output += chunk;
  });
  server.stderr.on('data', chunk => {
    output += chunk;
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    process.removeListener('exit', kill);
    if (server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      const late = setTimeout(kill, 3_000);
      await ended;
      clearTimeout(late);
    }
    await rm(home, { recursive: true, force: true });
  };
  try {
    await waitForMarks(server, () => output, [`:${tcpPort}`, `:${secureWeb}`]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    domain,
    pubsubDomain: `pubsub.${domain}`,
    webSocket: `wss://${domain}:${secureWeb}/xmpp-websocket`,
    tcp: `xmpps://${domain}:${tcpPort}`,
    tcpPort,
    freeze: () => server.kill('SIGSTOP'),
    thaw: () => server.kill('SIGCONT'),
    log: () => output,
    stop,
  };
}

async function waitForMarks(server: ChildProcess, output: () => string, marks: readonly string[]): Promise<void> {
  const until = Date.now() + readyWithinMs;
  while (!marks.every(mark => output().includes(mark))) {
    if (server.exitCode !== null || Date.now() > until) throw new Error(`Prosody did not start:\n${output()}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** EYELINE_PROSODY, else the one on PATH. */
function prosodyProgram(): string {
  const given = process.env['EYELINE_PROSODY'];
  const found =
    given ??
    (process.env['PATH'] ?? '')
      .split(delimiter)
      .map(folder => join(folder, 'prosody'))
      .find(existsSync);
  if (!found) throw new Error('There is no Prosody: run the tests by npm test, which installs it.');
  return found;
}

/** Prosody does not like to be root. */
async function unprivilegedAccount(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'));
  const [, , uid, gid] =
    accounts.find(([name]) => name === 'prosody') ?? accounts.find(([name]) => name === 'nobody') ?? [];
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) };
}

/** As Prosody names its files. */
function encode(name: string): string {
  return name.replace(/[^a-zA-Z0-9]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
