import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort } from '@eyeline/testing';

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

export interface Site {
  readonly url: string;
  close(): void;
}

/** What a bundler made of an application, served as a site. */
export async function serveSite(folder: string): Promise<Site> {
  const port = await freePort();
  const server = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    response.setHeader('content-type', types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    createReadStream(join(folder, path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>(listening => server.listen(port, listening));
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}
