import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { boundConnections } from '../gateway/connections.ts';
import { loggedCounts } from '../gateway/logged-counts.ts';
import { PeerAddress } from '../gateway/peer-address.ts';
import { refuseWhileStarting } from '../gateway/refuse-while-starting.ts';
import { serveApi } from '../http/api.ts';
import { serveEce } from '../http/ece/serve-ece.ts';
import { addHsts } from '../http/hsts.ts';
import { type PagesOptions, servePages } from '../http/pages.ts';
import { addFailures, answerError } from '../http/route/failures.ts';
import { finesseOrigins } from '../settings/cisco/finesse-origins.ts';
import { startupSentences } from '../settings/sentences/startup.ts';
import { StartupError } from '../settings/startup-error.ts';
import { selfSignedCertificate } from './certificate/certificate.ts';
import { type CertificateFiles, readCertificate, watchCertificate } from './certificate/certificate-files.ts';
import { listenForCommands } from './control-socket.ts';
import { type ContactCentreOptions, createContactCentre, type RunningContactCentre } from './create-contact-centre.ts';
import { Metrics } from './metrics.ts';

export interface ServerOptions extends ContactCentreOptions {
  /** Default: all addresses. */
  readonly host?: string | undefined;
  /** 0: any that is free. */
  readonly port: number;
  /** With a certificate that this machine signs for itself, kept in the data directory, or with that of files. */
  readonly https?: boolean | CertificateFiles | undefined;
  /** Without it there are no pages, only the API. */
  readonly pages?: PagesOptions;
  /** An answer of the API that is not as it is described fails. For tests. */
  readonly areAnswersChecked?: boolean;
}

export interface RunningServer extends RunningContactCentre {
  /** Where to click, on this machine. */
  readonly url: string;
  readonly httpServer: HttpServer;
}

/** How long a connection is kept that asks for nothing. */
const keepAliveMs = 10_000;
/** How often is looked for requests that take too long. */
const longestCheckMs = 5_000;

/** @throws StartupError with one line that says what to do */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const files = typeof options.https === 'object' ? options.https : null;
  const https = files
    ? readCertificate(files)
    : options.https
      ? await selfSignedCertificate(options.dataDirectory)
      : null;
  // Requests are counted, not logged.
  const loggerInstance: FastifyBaseLogger = options.log.child({}, { level: 'warn' });
  const { limits, trustProxy } = options.config;
  const { headersMs, requestMs } = limits;
  const times = { headersTimeout: headersMs, connectionsCheckingInterval: Math.min(headersMs, longestCheckMs) };
  const app: FastifyInstance = Fastify({
    ...(https ? { https: { ...https, ...times, handshakeTimeout: headersMs } } : { http: times }),
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    trustProxy: trustProxy.length > 0 && [...trustProxy],
    loggerInstance,
    forceCloseConnections: true,
    frameworkErrors: answerError,
  });
  // The port first: it is the quickest to be wrong.
  let running: RunningContactCentre | undefined;
  // Those who come before the contact centre is open count too.
  const metrics = new Metrics();
  const counts = loggedCounts(metrics.sockets, options.log);
  boundConnections({ httpServer: app.server, peers: new PeerAddress(trustProxy), ...limits, counts });
  addFailures(app);
  const getConfig = () => running?.centre.settings.config ?? options.config;
  addHsts(app, getConfig);
  await serveApi(app, {
    getRooms: () => running?.centre,
    getRunning: () => running,
    getConfig,
    areAnswersChecked: options.areAnswersChecked,
  });
  await serveEce(app, () => running?.ece);
  if (options.pages)
    await servePages(app, { ...options.pages, isDemo: options.demo }, () => {
      const { finesse, publicUrl, pictureHosts } = getConfig();
      return { origins: finesseOrigins(finesse), publicUrl, pictureHosts };
    });
  const stopRefusing = refuseWhileStarting(app.server, limits);
  await listen(app, options);
  let opened: RunningContactCentre;
  try {
    opened = await createContactCentre({ ...options, metrics });
  } catch (error) {
    stopRefusing();
    await app.close();
    throw error;
  }
  const { centre, ece, attach, readiness, reconfigure, lost, close } = opened;
  const stopCommands = await listenForCommands(centre, options);
  stopRefusing();
  attach(app.server);
  // Whoever hears that this server is ready may connect.
  running = opened;
  const stopWatching =
    files && app.server instanceof Server ? watchCertificate(files, app.server, options.log) : () => {};
  const { port } = app.server.address() as AddressInfo;
  return {
    centre,
    ece,
    metrics,
    attach,
    readiness,
    reconfigure,
    httpServer: app.server,
    lost,
    url: `${https ? 'https' : 'http'}://${options.host ?? 'localhost'}:${port}/`,
    close: async () => {
      stopWatching();
      await stopCommands();
      await Promise.all([app.close(), close()]);
    },
  };
}

async function listen(app: FastifyInstance, options: ServerOptions): Promise<void> {
  const { port, host = '::' } = options;
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (options.host === undefined && isWithoutIpv6(error)) return listen(app, { ...options, host: '0.0.0.0' });
    throw listenFault(error, options);
  }
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);

const isWithoutIpv6 = (error: unknown): boolean =>
  codeOf(error) === 'EAFNOSUPPORT' || codeOf(error) === 'EADDRNOTAVAIL';

function listenFault(error: unknown, { port, host }: ServerOptions): unknown {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return new StartupError(startupSentences.portInUse(port));
  if (code === 'EACCES') return new StartupError(startupSentences.portNeedsRights(port));
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartupError(startupSentences.noSuchAddress(host ?? ''));
  return error;
}
