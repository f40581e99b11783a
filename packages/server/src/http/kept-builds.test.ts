import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { servePages } from './pages.ts';

let folder: string;
let apps: FastifyInstance[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eyeline-builds-'));
  apps = [];
});
afterEach(async () => {
  for (const app of apps) await app.close();
  await rm(folder, { recursive: true });
});

const script = (n: number) => `eyeline-build_${n % 10}${n > 9 ? 'b' : 'a'}.js`;

/** A build as `npm run build` makes it. */
async function makeBuild(n: number): Promise<string> {
  const directory = join(folder, `dist-${n}`);
  await mkdir(join(directory, 'eyeline/effects'), { recursive: true });
  await writeFile(join(directory, 'eyeline.js'), `/* ${n} */`);
  await writeFile(join(directory, script(n)), `/* ${n} */`);
  await writeFile(join(directory, `eyeline/chat-${String(n).padStart(8, '0')}.js`), `/* chat ${n} */`);
  await writeFile(join(directory, 'eyeline/effects/blur-00000000.wasm'), 'large');
  await writeFile(join(directory, 'eyeline/pinned.json'), JSON.stringify({ script: script(n) }));
  return directory;
}

/** A server of this build, on the same folder of those before. */
async function start(elementsDirectory: string, keptDirectory?: string): Promise<FastifyInstance> {
  const app = Fastify();
  apps.push(app);
  const pages = { elementsDirectory, examplesDirectory: join(folder, 'none'), keptDirectory };
  await servePages(app, pages, () => ({ origins: [], publicUrl: undefined }));
  return app;
}

test('after an upgrade the build of before is served under its own names, for other sites and for ever', async () => {
  const kept = join(folder, 'kept');
  await start(await makeBuild(1), kept);
  const app = await start(await makeBuild(2), kept);
  for (const [url, body] of [
    [`/${script(1)}`, '/* 1 */'],
    [`/${script(2)}`, '/* 2 */'],
    ['/eyeline/chat-00000001.js', '/* chat 1 */'],
    ['/eyeline/chat-00000002.js', '/* chat 2 */'],
  ] as const) {
    const answer = await app.inject({ url });
    expect(answer.body).toBe(body);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    expect(answer.headers['cache-control']).toContain('immutable');
  }
  expect((await app.inject({ url: '/eyeline.js' })).body).toBe('/* 2 */');
  expect((await app.inject({ url: '/eyeline/chat-00000003.js' })).statusCode).toBe(404);
  expect((await app.inject({ url: '/eyeline/..%2f..%2fdist-1%2feyeline-build_1a.js' })).statusCode).toBe(403);
});

test('ten builds are kept, and of each what a page loads', async () => {
  const kept = join(folder, 'kept');
  for (let n = 1; n <= 12; n++) await start(await makeBuild(n), kept);
  const names = await readdir(kept);
  expect(names).toHaveLength(10);
  expect(names).toContain(script(12));
  expect(await readdir(join(kept, script(12), 'eyeline'))).toEqual(['chat-00000012.js', 'pinned.json']);
});

test('without a folder, or where it cannot be written, only this build is served', async () => {
  const blocked = join(folder, 'file');
  await writeFile(blocked, '');
  for (const kept of [undefined, blocked]) {
    const app = await start(await makeBuild(1), kept);
    expect((await app.inject({ url: `/${script(1)}` })).body).toBe('/* 1 */');
  }
});
