import type { FastifyInstance } from 'fastify';
import { ServiceTokens } from '../people/applications/service-tokens.ts';
import { Refusal } from '../people/refusal.ts';
import type { Config } from '../settings/config.ts';
import { serveLinkPages } from './guests/link-pages.ts';
import type { HttpRooms } from './http-rooms.ts';
import { collectRoutes } from './openapi/described-route.ts';
import { serveDescription } from './openapi/serve-description.ts';
import { allowPages, asApi } from './route/api-plugin.ts';
import type { Asker } from './route/asker.ts';
import { requirePermission } from './route/require-permission.ts';
import type { Api } from './route/valibot-routes.ts';
import { accountRoutes } from './routes/accounts.ts';
import { agentRoutes } from './routes/agents.ts';
import { applicationRoutes } from './routes/applications.ts';
import { directoryRoutes } from './routes/directory.ts';
import { doctorRoutes } from './routes/doctor.ts';
import { entryPointRoutes } from './routes/entry-points.ts';
import { fileRoutes } from './routes/files.ts';
import { instantConnectRoutes } from './routes/instant-connect.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { linkRoutes } from './routes/links.ts';
import { queueRoutes } from './routes/queues.ts';
import { serviceTokenRoutes } from './routes/service-tokens.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { type Running, statusRoutes } from './routes/status.ts';
import { webhookRoutes } from './routes/webhooks.ts';

export interface ServeApiOptions {
  readonly getRooms: () => HttpRooms | undefined;
  readonly getRunning: () => Running | undefined;
  readonly getConfig: () => Config;
  readonly areAnswersChecked?: boolean | undefined;
}

/** What integrators may ask over HTTP. Failures have the form of the wire: a code and a sentence. */
export async function serveApi(app: FastifyInstance, options: ServeApiOptions): Promise<void> {
  const { getRooms, getRunning, getConfig, areAnswersChecked } = options;
  const rooms = () => {
    const open = getRooms();
    if (!open) throw new Refusal('server-busy');
    return open;
  };
  serveLinkPages(app, getRooms);
  await app.register(async scope => {
    allowPages(scope, getRooms);
    const api = asApi(scope, {
      admit: (request, operation) => requirePermission(request, rooms, operation),
      areAnswersChecked,
    });
    const routes = collectRoutes(scope);
    serveDescription(app, api, routes);
    statusRoutes(api, getRunning, getConfig);
    await addRoutes(api, rooms);
  });
}

async function addRoutes(api: Api, rooms: () => HttpRooms): Promise<void> {
  signInRoutes(api, rooms);
  doctorRoutes(api, rooms);
  entryPointRoutes(api, rooms);
  queueRoutes(api, rooms);
  agentRoutes(api, rooms);
  directoryRoutes(api, rooms);
  interactionRoutes(api, rooms);
  linkRoutes(api, rooms);
  await instantConnectRoutes(api, rooms);
  await fileRoutes(api, rooms);
  applicationRoutes(api, () => rooms().applications);
  serviceTokenRoutes(api, () => new ServiceTokens(rooms().applications));
  webhookRoutes(api, () => rooms().webhookBook());
  accountRoutes(api, ({ asker }) => rooms().accountBook(authorOf(asker)));
}

/** @throws Refusal `not-allowed` for who can be no author */
function authorOf(asker: Asker) {
  if (asker.by === 'person') return asker.agentId;
  throw new Refusal('not-allowed');
}
