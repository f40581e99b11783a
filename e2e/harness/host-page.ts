import { createServer } from 'node:http';
import { freePort } from '@eyeline/testing';

/** Somebody else's site, on an origin of its own: each path with the page that it serves. */
export class HostSite {
  readonly origin: string;
  readonly #close: () => void;

  private constructor(origin: string, close: () => void) {
    this.origin = origin;
    this.#close = close;
  }

  static async open(pages: Readonly<Record<string, HostPage>>): Promise<HostSite> {
    const port = await freePort();
    const server = createServer((request, response) => {
      const page = pages[new URL(request.url ?? '/', 'http://site').pathname];
      if (!page) return void response.writeHead(404).end();
      for (const [name, value] of Object.entries(page.headers ?? {})) response.setHeader(name, value);
      response.setHeader('content-type', `${page.type ?? 'text/html'}; charset=utf-8`).end(documentOf(page));
    });
    await new Promise<void>(listening => server.listen(port, listening));
    return new HostSite(`http://localhost:${port}`, () => void server.close());
  }

  close(): void {
    this.#close();
  }
}

/** A page as its own people wrote it. */
export interface HostPage {
  readonly head?: string;
  readonly body?: string;
  readonly html?: string;
  readonly doctype?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const documentOf = ({ head = '', body = '<h1>Tea</h1>', html = '', doctype = '<!DOCTYPE html>' }: HostPage) =>
  `${doctype}<html ${html}><head><title>A shop</title>${head}</head><body>${body}</body></html>`;

/** The tag as an integrator writes it. */
export const tagOf = (url: string, more = 'async'): string =>
  `<script ${more} src="${url}/eyeline.js" data-entry-point="support"></script>`;
