import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@eyeline/testing';
import { build } from 'vite';
import { pageCode } from '../../packages/elements/vite.page.ts';

/** A page with the devices alone, built as customers' pages are. */
export async function openDevicesSite(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-devices-'));
  await build({
    ...pageCode,
    base: './',
    logLevel: 'warn',
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
  const port = await freePort();
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/') {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      return void response.end('<!doctype html><title>Devices</title><script type="module" src="/page.js"></script>');
    }
    response.setHeader('content-type', 'text/javascript');
    createReadStream(join(folder, url))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>(listening => server.listen(port, listening));
  return {
    url: `http://localhost:${port}/`,
    close: async () => {
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
