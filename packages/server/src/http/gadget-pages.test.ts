import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { servePages } from './pages.ts';

const finesse = 'https://fin-a.example.com:8445';
let folder: string;
let app: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eyeline-gadget-'));
  await mkdir(join(folder, 'gadget'));
  await writeFile(join(folder, 'gadget', 'eyeline.js'), '/* gadget */');
  app = Fastify({ trustProxy: ['10.0.0.1'] });
  const pages = { elementsDirectory: folder, examplesDirectory: join(folder, 'none') };
  await servePages(app, pages, () => [finesse]);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test('the gadget’s XML names the server as it was asked, and Finesse’s own libraries', async () => {
  const { body, headers } = await get('/gadget/eyeline.xml', { host: 'video.example.com:8443' });
  expect(headers['content-type']).toContain('xml');
  expect(body).toContain('<script src="http://video.example.com:8443/gadget/eyeline.js"');
  expect(body).toContain('__UP_scheme__://__UP_host__:__UP_hostPort__/desktop/assets/js/finesse.js');
  expect(body.match(/<ModulePrefs/g)).toHaveLength(1);
  // CDATA ends once.
  expect(body.match(/]]>/g)).toHaveLength(1);
});

test('a proxy that is trusted says that it was asked over https, anybody else does not', async () => {
  const headers = { host: 'video.example.com', 'x-forwarded-proto': 'https' };
  const url = '/gadget/eyeline.xml';
  const asked = async (remoteAddress: string) => (await app.inject({ url, headers, remoteAddress })).body;
  expect(await asked('10.0.0.1')).toContain('data-server="https://video.example.com"');
  expect(await asked('203.0.113.9')).toContain('data-server="http://video.example.com"');
});

test.each(['a"><script>', 'video.example.com/..', 'x]]>'])('the host %j gets no XML', async host => {
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
