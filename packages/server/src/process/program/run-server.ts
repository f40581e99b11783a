import { flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import closeWithGrace from 'close-with-grace';
import type { Config } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { startupSentences } from '../../settings/sentences/startup.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { warningLine } from '../../settings/warnings/config-warning.ts';
import { configWarnings } from '../../settings/warnings/config-warnings.ts';
import { watchConfig } from '../../settings/watch-config.ts';
import type { StartedPostgres } from '../../store/embedded/start-embedded.ts';
import { dataDirectoryOf, parsePort } from '../command-line.ts';
import { demoAgents, demoConfig, demoPassword, demoSupervisor } from '../demo.ts';
import { createLog } from '../log.ts';
import { type ServerOptions, startServer } from '../server.ts';
import type { ServerArguments } from './server-arguments.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../../../../../${path}`, import.meta.url));

/** @throws StartupError for half a certificate */
function httpsOf({ https, cert, key }: { https: boolean; cert?: string; key?: string }): ServerOptions['https'] {
  if (cert !== undefined && key !== undefined) return { cert, key };
  if (cert !== undefined || key !== undefined) throw new StartupError(startupSentences.halfCertificate);
  return https;
}

/** What is there before the rest of the server is loaded. */
interface Begun {
  /** Default: the demo's. */
  readonly config: Config | undefined;
  /** Of the embedded store, where the store is that. */
  readonly postgres: StartedPostgres | undefined;
}

/**
 * The server as a program, until a signal ends it.
 * @throws StartupError with one line that says what to do
 */
export async function runServer(values: ServerArguments, begun: Begun): Promise<void> {
  const log = createLog(values.demo || process.stdout.isTTY, process.env['EYELINE_LOG_LEVEL']);
  const config = begun.config ?? parseConfig(demoConfig);
  for (const warning of configWarnings(config)) log.warn(warningLine(warning));
  const server = await startServer({
    config,
    demo: values.demo,
    dataDirectory: dataDirectoryOf(values.data),
    databaseUrl: process.env['DATABASE_URL'],
    postgres: begun.postgres,
    workerBin: process.env['MEDIASOUP_WORKER_BIN'],
    host: values.host,
    port: parsePort(values.port ?? process.env['PORT'] ?? '8080'),
    https: httpsOf(values),
    pages: {
      elementsDirectory: values.pages ?? inProject('packages/elements/dist-page'),
      keptDirectory: values.builds,
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
}
