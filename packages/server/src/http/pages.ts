import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import serveStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { apiSentences } from '../settings/sentences/api.ts';
import { startupSentences } from '../settings/sentences/startup.ts';
import { type GadgetSite, serveGadget } from './gadget-pages.ts';
import { type KeptFiles, keepBuild } from './kept-builds.ts';

export interface PagesOptions {
  /** What shops load: `eyeline.js` and the folder `eyeline/`. */
  readonly elementsDirectory: string;
  /** The pages under `/`. */
  readonly examplesDirectory: string;
  /** Where builds stay for pages that pin them. Default: nowhere, so that only this one is served. */
  readonly keptDirectory?: string | undefined;
  /** Are there the demo's agents? The examples name them then. Default: no. */
  readonly isDemo?: boolean | undefined;
}

/** A worker has the policy of its own file: that of the blur loads scripts beside itself, as its makers wrote it. */
const effectsPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const yearMs = 365 * 24 * 3_600_000;
const shortMs = 5 * 60_000;

/** Of a build's own script, as `eyeline-Bx3k9_2f.js`. */
const pinnedName = '^eyeline-[\\w-]{8}\\.js$';

/** The built elements, the gadget and the example pages. */
export async function servePages(
  app: FastifyInstance,
  options: PagesOptions,
  getSite: () => GadgetSite,
): Promise<void> {
  const { elementsDirectory, examplesDirectory } = options;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // The effects of a call are WebAssembly.
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // Elements style themselves with constructed sheets; a page of the examples may have a style of its own.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', () => sourcesOf(getSite())],
        mediaSrc: ["'self'", 'blob:', 'mediastream:'],
        // For browsers in which 'self' is no socket of the same host.
        connectSrc: ["'self'", request => socketSource(request.headers.host, 'encrypted' in request.socket)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        // Text becomes markup or a script only by these: the loader's and the elements' own, that of the effects' worker, and Lit's.
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['eyeline', 'eyeline-effects', 'lit-html'],
      },
    },
    // A self-signed certificate must not bind a host name for a year.
    strictTransportSecurity: false,
    // Both sides of a conversation may stand in one page, framed from the same origin.
    xFrameOptions: { action: 'sameorigin' },
  });
  const root = [examplesDirectory, elementsDirectory].filter(existsSync);
  if (!existsSync(examplesDirectory))
    app.get('/', (_, reply) => reply.type('text/plain; charset=utf-8').code(503).send(apiSentences.notBuilt));
  app.get('/demo.json', async () => ({ isDemo: options.isDemo ?? false }));
  if (root.length === 0) return;
  // The build has put what is sent beside each file, compressed; a cache must not give that to who cannot read it.
  const setHeaders = (reply: FastifyReply) => void reply.header('vary', 'accept-encoding');
  await app.register(serveStatic, { root, preCompressed: true, setHeaders });
  // An address that can be said on the telephone.
  app.get('/doctor', (_, reply) => reply.sendFile('doctor.html'));
  const kept = keptBuilds(app, options);
  const send = (reply: FastifyReply, path: string, isForEver: boolean) =>
    reply
      // Other sites' pages load it.
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .sendFile(path, kept.get(path) ?? elementsDirectory, {
        maxAge: isForEver ? yearMs : shortMs,
        immutable: isForEver,
      });
  app.get('/eyeline.js', (_, reply) => send(reply, 'eyeline.js', false));
  app.get<{ Params: { file: string } }>(`/:file(${pinnedName})`, ({ params: { file } }, reply) =>
    send(reply, file, true),
  );
  app.get<{ Params: { file: string } }>('/eyeline/effects/:file', ({ params: { file } }, reply) =>
    send(reply.header('content-security-policy', effectsPolicy), `eyeline/effects/${file}`, false),
  );
  app.get<{ Params: { '*': string } }>('/eyeline/*', ({ params: { '*': path } }, reply) =>
    send(reply, `eyeline/${path}`, isHashed(path)),
  );
  serveGadget(app, elementsDirectory, getSite);
}

/** Of a server that cannot keep this build, who runs it is told; it serves this one all the same. */
function keptBuilds(app: FastifyInstance, { elementsDirectory, keptDirectory }: PagesOptions): KeptFiles {
  if (keptDirectory === undefined) return new Map();
  try {
    return keepBuild(elementsDirectory, keptDirectory);
  } catch (error) {
    app.log.warn(startupSentences.buildsNotKept(keptDirectory, error instanceof Error ? error.message : String(error)));
    return new Map();
  }
}

/** The sockets of the host that was asked; a host that is no name is none. */
const socketSource = (host = '', isEncrypted = false): string =>
  /^(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host)
    ? `${isEncrypted ? 'wss' : 'ws'}://${host} wss://${host}`
    : "'self'";

/** Pictures of cards, which the site allows by their hosts. */
const sourcesOf = ({ pictureHosts = [] }: GadgetSite): string =>
  pictureHosts.map(host => `https://${host}`).join(' ') || "'self'";

/** A name that changes with the content, as Vite gives it: `widget-Bx3k9_2f.js`. */
const isHashed = (path: string): boolean => /-[\w-]{8}\.\w+$/.test(path);
