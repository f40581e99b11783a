import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { examples } from './examples/vite.examples.ts';
import { builtCode } from './packages/elements/vite.built-code.ts';
import { compress } from './packages/elements/vite.compressed.ts';
import { gadget } from './packages/elements/vite.gadget.ts';
import { page } from './packages/elements/vite.page.ts';
import { pin } from './packages/elements/vite.pinned.ts';

const examplesFolder = fileURLToPath(new URL('examples/dist', import.meta.url));
const pageFolder = fileURLToPath(new URL('packages/elements/dist-page', import.meta.url));

/** Packages without input and output, or with no more of them than a page has. */
const pure = '{bench,machines,protocol,routing,sdk}';
const tests = (packages: string): string => `packages/${packages}/src/**/*.test.{ts,js}`;
/** Tests that put something else in place of a module, which must not be loaded yet, or hold the clock of the whole process. */
const alone = [
  'sdk/src/media/epochs',
  ...['call/media-rooms', 'cisco/voice/voice-channels-work', 'work/effects/lists'].map(name => `server/src/${name}`),
].map(name => `packages/${name}.test.ts`);

/** The demo's contact centre, from its sources, on the port of the example pages. */
const contactCentre: Plugin = {
  name: 'contact-centre',
  apply: 'serve',
  async configureServer({ httpServer, middlewares, ssrLoadModule }) {
    if (!httpServer) return;
    // The loader knows the widget's code by the name that the build gave it, so both are built, after each change again.
    await build({ ...page, logLevel: 'warn', build: { ...page.build, watch: {} } });
    middlewares.use((request, response, next) => {
      const [path = ''] = (request.url ?? '').split('?');
      if (!/^\/eyeline(\.js|\/[\w-]+\.js)$/.test(path)) return next();
      response.setHeader('content-type', 'text/javascript');
      createReadStream(pageFolder + path)
        .on('error', () => response.writeHead(404).end())
        .pipe(response);
    });
    middlewares.use('/demo.json', (_, response) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ isDemo: true }));
    });
    const server = (await ssrLoadModule('@eyeline/server')) as typeof import('@eyeline/server');
    const { attach, close } = await server.createContactCentre({
      config: server.parseConfig(server.demoConfig),
      demo: true,
      dataDirectory: fileURLToPath(new URL('.data', import.meta.url)),
      workerBin: process.env['MEDIASOUP_WORKER_BIN'],
      log: server.createLog(true),
    });
    if ('requestTimeout' in httpServer) attach(httpServer);
    httpServer.on('close', () => void close());
  },
};

/** The examples are the application: `vite` serves them, `vite build` builds them and what customers' pages load. */
// biome-ignore lint/style/noDefaultExport: Vite reads the default export.
export default defineConfig(({ mode }) => ({
  ...(mode === 'test' ? {} : { ...examples, plugins: [...examples.plugins, contactCentre] }),
  server: { port: Number(process.env['PORT'] || 8080), strictPort: true },
  // The project's own packages are taken from their sources.
  ssr: { resolve: { conditions: ['@eyeline/source', 'module', 'node', 'development|production'] } },
  builder: {
    async buildApp({ config, environments, build: buildEnvironment }) {
      await build({ ...page, logLevel: config.logLevel ?? 'info' });
      await build({ ...gadget, logLevel: config.logLevel ?? 'info' });
      if (environments['client']) await buildEnvironment(environments['client']);
      pin(pageFolder);
      await Promise.all([pageFolder, examplesFolder].map(compress));
    },
  },
  test: {
    projects: [
      // Those that wait for others come first, so that at the end no core waits for one of them. They stop what they
      // start: the server is loaded once for all of them, and its stores are opened once.
      {
        extends: true,
        test: {
          name: 'edges',
          include: [tests('*')],
          exclude: ['**/node_modules/**', tests('elements'), tests(pure), ...alone],
          isolate: false,
          // They live for a minute: V8 does not compile the store's WebAssembly a second time for them.
          execArgv: ['--liftoff-only'],
        },
      },
      // Each has a process of its own; in a page elements are registered once.
      { extends: true, test: { name: 'alone', include: ['packages/*.test.ts', tests('elements'), ...alone] } },
      // What is pure leaves nothing behind for the next file: its modules are loaded once.
      {
        extends: true,
        test: { name: 'pure', include: [tests(pure)], exclude: ['**/node_modules/**', ...alone], isolate: false },
      },
      // The same tests of what is on customers' pages, as it is built for them.
      {
        extends: true,
        plugins: [builtCode()],
        test: {
          name: 'built',
          include: [
            'packages/sdk/src/{*,{devices,line,media}/*}.test.ts',
            'packages/protocol/src/{interaction,customer-page}.test.ts',
          ],
          // It plays the library beneath, which is built in here.
          exclude: ['**/node_modules/**', 'packages/sdk/src/media/p2p-path.test.ts'],
        },
      },
    ],
    // Only what never comes runs into these: a machine may be ten times slower than usual.
    testTimeout: 120_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    // Most wait for a server as long as they compute.
    maxWorkers: '100%',
  },
}));
