import type { FastifyInstance } from 'fastify';
import type { WebhookBook } from '../interaction/webhooks/webhook-book.ts';
import type { AccountBook } from '../people/account-book.ts';
import type { Applications } from '../people/applications/applications.ts';
import { ServiceTokens } from '../people/applications/service-tokens.ts';
import { asApi } from './route/api-plugin.ts';
import { addFailures } from './route/failures.ts';
import { accountRoutes } from './routes/accounts.ts';
import { applicationRoutes } from './routes/applications.ts';
import { serviceTokenRoutes } from './routes/service-tokens.ts';
import { webhookRoutes } from './routes/webhooks.ts';

export interface Administration {
  readonly book: AccountBook;
  readonly applications: Applications;
  readonly webhooks: WebhookBook;
}

/** What administrators may ask, for whoever has this machine: the same requests, the same answers. */
export function serveAdministration(app: FastifyInstance, options: Administration): void {
  const { book, applications, webhooks } = options;
  addFailures(app);
  const api = asApi(app, { admit: () => ({ by: 'command line' }) });
  accountRoutes(api, () => book);
  applicationRoutes(api, () => applications);
  const tokens = new ServiceTokens(applications);
  serviceTokenRoutes(api, () => tokens);
  webhookRoutes(api, () => webhooks);
}
