import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@eyeline/testing';
import fastify from 'fastify';
import { build } from 'vite';
import { effects, pageCode } from '../../packages/elements/vite.page.ts';
import { servePages } from '../../packages/server/src/http/pages.ts';

/** Serves what was built as our server serves its own pages, on a port of its own. */
async function serve(folder: string, pages: string) {
  const app = fastify();
  await servePages(app, { elementsDirectory: folder, examplesDirectory: pages }, () => {
    throw new Error('no gadget is asked for');
  });
  const port = await freePort();
  await app.listen({ port, host: 'localhost' });
  return { url: `http://localhost:${port}/`, close: () => app.close() };
}

export interface DevicesSite {
  readonly url: string;
  /** The same on another origin. */
  readonly otherUrl: string;
  close(): Promise<void>;
}

/** A page with the devices alone, built as customers' pages are. */
export async function openDevicesSite(): Promise<DevicesSite> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-devices-'));
  const pages = join(folder, 'pages');
  await build({
    ...pageCode,
    base: './',
    logLevel: 'error',
    plugins: [...pageCode.plugins, effects],
    build: {
      ...pageCode.build,
      license: false,
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        ...pageCode.build.rolldownOptions,
        input: { page: fileURLToPath(new URL('devices-page.ts', import.meta.url)) },
        output: { entryFileNames: 'eyeline/[name].js', chunkFileNames: 'eyeline/[name]-[hash].js' },
      },
    },
  });
  await mkdir(pages);
  const html = '<!doctype html><title>Devices</title><script type="module" src="/eyeline/page.js"></script>';
  await writeFile(join(pages, 'index.html'), html);
  const [site, other] = await Promise.all([serve(folder, pages), serve(folder, pages)]);
  return {
    url: site.url,
    otherUrl: other.url,
    close: async () => {
      await Promise.all([site.close(), other.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
