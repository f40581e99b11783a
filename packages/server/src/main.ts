import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import closeWithGrace from 'close-with-grace';
import { dataDirectoryOf, parsePort, runProgram } from './process/command-line.ts';
import { demoAgents, demoConfig, demoPassword, demoSupervisor } from './process/demo.ts';
import { createLog } from './process/log.ts';
import { type ServerOptions, startServer } from './process/server.ts';
import { checkConfig } from './settings/check-config.ts';
import { parseConfig, readConfig } from './settings/parse-config.ts';
import { StartupError } from './settings/startup-error.ts';
import { warningLine } from './settings/warnings/config-warning.ts';
import { configWarnings } from './settings/warnings/config-warnings.ts';
import { watchConfig } from './settings/watch-config.ts';

const usage = `The Eyeline server.

  --config FILE    entry points, queues, calendars and the rest, as JSON (CONFIGURATION.md); read again when it
                   changes, and on SIGHUP
  --check FILE     say what is wrong with a configuration and what is probably not meant, and start nothing: ends with 1
                   when it cannot be used, else with 0
  --demo           demo agents and telephones, and without --config two demo entry points
  --data DIR       where the embedded store is kept (EYELINE_DATA; default .data)
  --host HOST      address to listen on (default: all)
  --port PORT      port to listen on (PORT; default 8080)
  --https          with a certificate of its own making: browsers give a camera to other hosts only so
  --cert FILE      with this certificate (PEM, with those between it and the root); read again when it changes
  --key FILE       and its key
  --pages DIR      the built elements (default: packages/elements/dist-page)
  --examples DIR   the pages under / (default: examples/dist)

DATABASE_URL names a PostgreSQL server to use instead of the embedded store,
MEDIASOUP_WORKER_BIN the worker of the media server, EYELINE_LOG_LEVEL how much is logged (default info; debug says
of each connection why it was refused or closed).
`;

const inProject = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** @throws StartupError for half a certificate */
function httpsOf({ https, cert, key }: { https: boolean; cert?: string; key?: string }): ServerOptions['https'] {
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert !== undefined || key !== undefined)
    throw new StartupError('A certificate needs its key, and a key its certificate. Give --cert FILE and --key FILE.');
  return https;
}

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      check: { type: 'string' },
      demo: { type: 'boolean', default: false },
      data: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      https: { type: 'boolean', default: false },
      cert: { type: 'string' },
      key: { type: 'string' },
      pages: { type: 'string' },
      examples: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  if (values.check !== undefined) {
    process.stdout.write(checkConfig(values.check));
    return;
  }
  if (!values.config && !values.demo)
    throw new StartupError('What should be served? Give --config FILE, or --demo to try it out. --help says more.');

  const log = createLog(values.demo || process.stdout.isTTY, process.env['EYELINE_LOG_LEVEL']);
  const config = values.config ? readConfig(values.config) : parseConfig(demoConfig);
  for (const warning of configWarnings(config)) log.warn(warningLine(warning));
  const server = await startServer({
    config,
    demo: values.demo,
    dataDirectory: dataDirectoryOf(values.data),
    databaseUrl: process.env['DATABASE_URL'],
    workerBin: process.env['MEDIASOUP_WORKER_BIN'],
    host: values.host,
    port: parsePort(values.port ?? process.env['PORT'] ?? '8080'),
    https: httpsOf(values),
    pages: {
      elementsDirectory: values.pages ?? inProject('packages/elements/dist-page'),
      examplesDirectory: values.examples ?? inProject('examples/dist'),
    },
    log,
  });
  if (values.demo)
    log.info(`Demo agents: ${demoAgents.map(one => one.username).join(' and ')}, password ${demoPassword}`);
  if (values.demo) log.info(`Demo supervisor: ${demoSupervisor.username}, the same password`);
  const stopWatching = values.config
    ? watchConfig({ path: values.config, log, apply: config => server.reconfigure(config) })
    : () => {};
  log.info(`Ready. Open ${server.url}`);
  // For the next start, also where this one does not end by itself. Nothing where Node keeps no cache.
  flushCompileCache();
  const stop = async () => {
    stopWatching();
    await server.close();
  };
  closeWithGrace({ logger: false }, async ({ err }) => {
    if (err) log.fatal({ err }, 'The server stops because of an error that it does not know.');
    await stop();
  });
  void server.lost.then(async why => {
    log.fatal(why);
    await stop();
    process.exit(1);
  });
});
