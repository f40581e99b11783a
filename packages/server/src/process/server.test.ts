import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server as HttpsServer } from 'node:https';
import { type AddressInfo, connect as connectTcp, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { brotliCompressSync } from 'node:zlib';
import { failure } from '@eyeline/protocol';
import { freePort } from '@eyeline/testing';
import Fastify from 'fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { addHsts } from '../http/hsts.ts';
import { asApi } from '../http/route/api-plugin.ts';
import { addFailures } from '../http/route/failures.ts';
import { statusRoutes } from '../http/routes/status.ts';
import { parseConfig } from '../settings/parse-config.ts';
import { StartupError } from '../settings/startup-error.ts';
import { emptyDataDirectory } from '../testing/empty-store.ts';
import { Page } from '../testing/page.ts';
import { testConfig } from '../testing/test-server.ts';
import { selfSignedCertificate } from './certificate/certificate.ts';
import { readCertificate, watchCertificate } from './certificate/certificate-files.ts';
import { type RunningServer, startServer } from './server.ts';

let data: string;
let pages: string;
let server: RunningServer;
beforeAll(async () => {
  data = await emptyDataDirectory();
  pages = await mkdtemp(join(tmpdir(), 'eyeline-pages-'));
  await mkdir(join(pages, 'elements', 'eyeline'), { recursive: true });
  await mkdir(join(pages, 'examples', 'assets'), { recursive: true });
  await writeFile(join(pages, 'elements', 'eyeline.js'), '/* loader */');
  await writeFile(join(pages, 'elements', 'eyeline', 'widget-Bx3k9_2f.js'), '/* widget */');
  await writeFile(join(pages, 'elements', 'eyeline', 'theme.css'), '/* theme */');
  await writeFile(join(pages, 'examples', 'index.html'), '<!doctype html><title>Examples</title>');
  await writeFile(join(pages, 'secret'), 'not for you');
  server = await start({ https: false });
});
afterAll(async () => {
  await server.close();
  await Promise.all([data, pages].map(path => rm(path, { recursive: true, force: true })));
});

interface Given {
  readonly https: boolean;
  readonly dataDirectory?: string;
  readonly port?: number;
  readonly databaseUrl?: string;
}

const start = ({ https, dataDirectory = data, port = 0, databaseUrl }: Given) =>
  startServer({
    config: parseConfig(testConfig),
    dataDirectory,
    host: '127.0.0.1',
    port,
    databaseUrl,
    https,
    pages: { elementsDirectory: join(pages, 'elements'), examplesDirectory: join(pages, 'examples') },
    log: pino({ level: 'silent' }),
  });

const fetchPath = (path: string) => fetch(new URL(path, server.url));

describe('what machines ask', () => {
  test('is it alive, is it ready', async () => {
    expect((await fetchPath('/healthz')).status).toBe(200);
    const ready = await fetchPath('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      ready: true,
      store: { state: 'up', engine: 'PGlite' },
      sfu: { state: 'missing' },
    });
  });

  test('details are for whom the site names; whether it is ready is for everybody', async () => {
    const app = Fastify({ trustProxy: true });
    const status = { allow: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'], token: 'the-token-of-the-monitoring' };
    const config = parseConfig({ ...testConfig, status });
    addFailures(app);
    const api = asApi(app, { admit: () => ({ by: 'anybody' }) });
    statusRoutes(
      api,
      () => server,
      () => config,
    );
    const ask = async (url: string, from: string, token = '') =>
      app.inject({ url, headers: { 'x-forwarded-for': from, authorization: `Bearer ${token}` } });
    for (const from of ['127.0.0.1', '10.20.30.40', '::ffff:10.1.1.1', 'fd00::1'])
      expect((await ask('/metrics', from)).statusCode).toBe(200);
    for (const from of ['192.0.2.1', '127.0.0.2', '2001:db8::1', 'nonsense']) {
      expect((await ask('/metrics', from)).json()).toMatchObject({ error: { code: 'not-allowed' } });
      expect((await ask('/readyz', from)).json()).toEqual({ ready: true });
    }
    expect((await ask('/metrics', '192.0.2.1', 'another-token-altogether')).statusCode).toBe(403);
    expect((await ask('/metrics', '192.0.2.1', status.token)).statusCode).toBe(200);
    expect(() => parseConfig({ ...testConfig, status: { allow: ['10.0.0.0/33'] } })).toThrow('status.allow.0');
    await app.close();
  });

  test('metrics count what happened', async () => {
    const page = await Page.open(server.url);
    await page.do('entry-point.get', { entryPointId: 'support' as never });
    await page.do('interaction.open', { entryPointId: 'support' as never, form: { name: 'Zoe' } });
    await page.askRaw('make.coffee', {});
    const answer = await fetchPath('/metrics');
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await answer.text();
    for (const line of [
      'eyeline_commands_total{name="interaction.open",outcome="ok"} 1',
      'eyeline_commands_total{name="unknown",outcome="unknown-command"} 1',
      'eyeline_sockets 1',
      'eyeline_interactions_open 1',
      'eyeline_queue_length 1',
      'eyeline_agents{state="ready"} 0',
      'eyeline_store_up 1',
      'eyeline_sfu_rooms 0',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toMatch(/eyeline_commit_seconds_count \d+/);
    page.close();
  });
});

describe('pages', () => {
  test('of the examples learn whether there are the agents of the demo', async () => {
    expect(await (await fetchPath('/demo.json')).json()).toEqual({ isDemo: false });
  });

  test('the loader is for every site, and is asked for again soon', async () => {
    const { status, headers } = await fetchPath('/eyeline.js');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/javascript/);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('cache-control')).toBe('public, max-age=300');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a file whose name changes with its content is kept for ever, others are not', async () => {
    const hashed = await fetchPath('/eyeline/widget-Bx3k9_2f.js');
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const theme = await fetchPath('/eyeline/theme.css');
    expect(theme.headers.get('cache-control')).toBe('public, max-age=300');
    expect(theme.headers.get('content-type')).toMatch(/text\/css/);
  });

  test('travel compressed to who can read that, as the build has put them there', async () => {
    await writeFile(join(pages, 'elements', 'eyeline.js.br'), brotliCompressSync('/* loader */'));
    const asked = (encoding: string) =>
      fetch(new URL('/eyeline.js', server.url), { headers: { 'accept-encoding': encoding } });
    const small = await asked('gzip, br');
    expect(small.headers.get('content-encoding')).toBe('br');
    expect(small.headers.get('content-type')).toMatch(/javascript/);
    expect(small.headers.get('access-control-allow-origin')).toBe('*');
    expect(small.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await small.text()).toBe('/* loader */');
    const plain = await asked('identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    for (const { headers } of [small, plain]) expect(headers.get('vary')).toBe('accept-encoding');
    expect(await plain.text()).toBe('/* loader */');
  });

  test('the examples are at the root, frameable by their own origin alone', async () => {
    const { status, headers } = await fetchPath('/');
    expect(status).toBe(200);
    const policy = headers.get('content-security-policy') ?? '';
    for (const directive of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'"])
      expect(policy).toContain(directive);
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });

  test('nothing else is served', async () => {
    for (const path of [
      '/secret',
      '/eyeline/..%2f..%2fsecret',
      '/eyeline/../../secret',
      '/..%2fsecret',
      '/eyeline/none.js',
    ])
      expect((await fetchPath(path)).status).toBeGreaterThanOrEqual(400);
  });
});

test('with a certificate of files: another one counts for new connections, and those that are open stay', async () => {
  const files = { cert: join(pages, 'cert.pem'), key: join(pages, 'key.pem') };
  const put = async (name: string) => {
    const { cert, key } = await selfSignedCertificate(join(pages, name));
    await writeFile(files.cert, cert);
    await writeFile(files.key, key);
    return new X509Certificate(cert).fingerprint256;
  };
  const connectTo = async (port: number) => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    return socket;
  };
  const first = await put('first');
  const app = Fastify({ https: readCertificate(files) });
  addHsts(app, () => parseConfig({ ...testConfig, hsts: { includeSubDomains: true } }));
  app.get('/', async () => 'here');
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const stop = watchCertificate(files, app.server as HttpsServer, pino({ level: 'silent' }));
  const open = await connectTo(port);
  expect(open.getPeerCertificate().fingerprint256).toBe(first);
  await writeFile(files.key, 'half of a');
  const second = await put('second');
  const fingerprint = async () => {
    const socket = await connectTo(port);
    const found = socket.getPeerCertificate().fingerprint256;
    socket.destroy();
    return found;
  };
  await expect.poll(fingerprint, { timeout: 60_000 }).toBe(second);
  open.write('GET / HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n');
  const answer = await text(open);
  expect(answer).toContain('200 OK');
  expect(answer).toContain('strict-transport-security: max-age=31536000; includeSubDomains');
  stop();
  await app.close();
  await writeFile(files.key, 'no key');
  expect(() => readCertificate(files)).toThrow(/--cert and --key/);
});

test('many who sign in at once stop nobody else: passwords are checked a few at a time', async () => {
  const { hashing } = server.centre.people.signIns;
  let release = () => {};
  const isOver = new Promise<void>(end => {
    release = end;
  });
  const held = [1, 2].map(() => hashing.run('others', () => isOver));
  // More than Node has threads for them.
  const signingIn = Array.from({ length: 8 }, async (_, index) => {
    const { status } = await fetch(new URL('/api/v1/sign-in', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: `nobody-${index}`, password: 'a guess' }),
    });
    return status;
  });
  await expect.poll(() => hashing.waiting, { timeout: 60_000 }).toBeGreaterThanOrEqual(8);
  expect((await fetchPath('/eyeline.js')).status).toBe(200);
  release();
  expect(await Promise.all(signingIn)).toEqual(Array.from({ length: 8 }, () => 401));
  await Promise.all(held);
});

test('a page that comes before the store is open hears that the service is starting', async () => {
  const database = createServer();
  const port = await freePort();
  await new Promise<void>(listening => database.listen(0, '127.0.0.1', listening));
  const { port: databasePort } = database.address() as AddressInfo;
  const databaseUrl = `postgres://eyeline@127.0.0.1:${databasePort}/eyeline`;
  const started = start({ https: false, port, databaseUrl }).catch((error: unknown) => error);
  // It is asked, and does not answer.
  const [asked] = (await once(database, 'connection')) as [Socket];
  const url = `http://127.0.0.1:${port}/`;
  await expect(Page.open(url)).rejects.toMatchObject({ data: failure('starting') });
  // Pages are served meanwhile, and whoever asks for another path is answered as ever.
  expect((await fetch(new URL('/eyeline.js', url))).status).toBe(200);
  expect(await statusOfUpgrade(port, '/any')).toContain(' 404 ');
  database.close();
  asked.destroy();
  expect(await started).toBeInstanceOf(StartupError);
});

/** The first line of what comes back. */
async function statusOfUpgrade(port: number, path: string): Promise<string> {
  const socket = connectTcp(port, '127.0.0.1');
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  return (await text(socket)).split('\r\n')[0] ?? '';
}

test('over HTTPS with a certificate that stays the same', async () => {
  const dataDirectory = await emptyDataDirectory();
  const fingerprintOf = async (url: string) => {
    const { hostname: host, port } = new URL(url);
    const socket = connect({ host, port: Number(port), rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const { fingerprint256 } = socket.getPeerCertificate();
    socket.destroy();
    return fingerprint256;
  };
  const first = await start({ https: true, dataDirectory });
  expect(first.url).toMatch(/^https:/);
  const fingerprint = await fingerprintOf(first.url);
  expect(fingerprint).toMatch(/^[0-9A-F:]{95}$/);
  await first.close();
  const second = await start({ https: true, dataDirectory });
  expect(await fingerprintOf(second.url)).toBe(fingerprint);
  await second.close();
  await rm(dataDirectory, { recursive: true });
});
