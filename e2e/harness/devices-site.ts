import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@eyeline/testing';
import fastify from 'fastify';
import { build } from 'vite';
import { effects, pageCode } from '../../packages/elements/vite.page.ts';
import { servePages } from '../../packages/server/src/http/pages.ts';

/** A page with the devices alone, built as customers' pages are and served as our server serves its own. */
export async function openDevicesSite(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-devices-'));
  await build({
    ...pageCode,
    base: './',
    logLevel: 'warn',
    plugins: [...pageCode.plugins, effects],
    build: {
      ...pageCode.build,
      license: false,
      outDir: folder,
      rolldownOptions: {
        ...pageCode.build.rolldownOptions,
        input: { page: fileURLToPath(new URL('devices-page.ts', import.meta.url)) },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const html = '<!doctype html><title>Devices</title><script type="module" src="/page.js"></script>';
  await writeFile(join(folder, 'index.html'), html);
  const app = fastify();
  await servePages(app, { elementsDirectory: folder, examplesDirectory: folder }, () => {
    throw new Error('no gadget is asked for');
  });
  const port = await freePort();
  await app.listen({ port, host: 'localhost' });
  return {
    url: `http://localhost:${port}/`,
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
