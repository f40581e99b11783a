import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePages } from './pages.ts';

const finesse = 'https://fin-a.example.com:8445';
let folder: string;
let app: FastifyInstance;
let publicUrl: string | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eyeline-gadget-'));
  await mkdir(join(folder, 'gadget'));
  await writeFile(join(folder, 'gadget', 'eyeline.js'), '/* gadget */');
  app = Fastify({ trustProxy: ['10.0.0.1'] });
  const pages = { elementsDirectory: folder, examplesDirectory: join(folder, 'none') };
  await servePages(app, pages, () => ({ origins: [finesse], publicUrl }));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test('the gadget’s XML names the server as the site does, and Finesse’s own libraries', async () => {
  publicUrl = 'https://video.example.com:8443';
  const { body, headers } = await get('/gadget/eyeline.xml', { host: 'evil.example', 'x-forwarded-proto': 'http' });
  publicUrl = undefined;
  expect(headers['content-type']).toContain('xml');
  expect(body).toContain('<script src="https://video.example.com:8443/gadget/eyeline.js"');
  expect(body).toContain('__UP_scheme__://__UP_host__:__UP_hostPort__/desktop/assets/js/finesse.js');
  expect(body.match(/<ModulePrefs/g)).toHaveLength(1);
  // CDATA ends once.
  expect(body.match(/]]>/g)).toHaveLength(1);
});

test('without it, the server is named by names of its own alone, and nobody is believed who speaks for a proxy', async () => {
  for (const host of ['localhost:8080', '127.0.0.1:8080', 'video.localhost', hostname()]) {
    const { body } = await get('/gadget/eyeline.xml', {
      host,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil',
    });
    expect(body).toContain(`data-server="http://${host.toLowerCase()}"`);
  }
  const refused = await get('/gadget/eyeline.xml', { host: 'evil.example' });
  expect([refused.statusCode, refused.body]).toEqual([400, expect.stringContaining('Set "publicUrl"')]);
});

test('pages connect to the host that they came from, and to no other', async () => {
  const policyOf = async (host: string) => (await get('/', { host })).headers['content-security-policy'];
  expect(await policyOf('chat.example:8080')).toContain(
    "connect-src 'self' ws://chat.example:8080 wss://chat.example:8080;",
  );
  expect(await policyOf('a;script-src *')).toContain("connect-src 'self' 'self';");
});

test('a proxy that is trusted says that it was asked over https, anybody else does not', async () => {
  const headers = { host: 'localhost', 'x-forwarded-proto': 'https' };
  const url = '/gadget/eyeline.xml';
  const asked = async (remoteAddress: string) => (await app.inject({ url, headers, remoteAddress })).body;
  expect(await asked('10.0.0.1')).toContain('data-server="https://localhost"');
  expect(await asked('203.0.113.9')).toContain('data-server="http://localhost"');
});

test.each([
  ...['a"><script>', 'video.example.com/..', 'x]]>'],
  // An own name by its look, and another host to a browser, or an end of the attribute.
  ...['localhost:1@evil.example', '[::1]@evil.example', 'evil.example/.localhost', 'evil.example#.localhost'],
  ...['localhost:"><script>', 'a"><script>.localhost', 'a]]>.localhost', 'user@localhost', 'localhost:99999'],
])('the host %j gets no XML', async host => {
  expect((await get('/gadget/eyeline.xml', { host })).statusCode).toBe(400);
});

test('pages of the Finesse nodes may read it, no others', async () => {
  for (const url of ['/gadget/eyeline.js', '/gadget/eyeline.xml']) {
    const allowed = await get(url, { origin: finesse });
    expect(allowed.statusCode).toBe(200);
    expect(allowed.headers['access-control-allow-origin']).toBe(finesse);
    for (const origin of ['https://evil.example', 'https://fin-a.example.com', 'null'])
      expect((await get(url, { origin })).headers['access-control-allow-origin']).toBeUndefined();
  }
});
