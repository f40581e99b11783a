import type { FastifyInstance } from 'fastify';
import type { AccountBook } from '../people/account-book.ts';
import type { ServiceTokens } from '../people/service-tokens.ts';
import type { WebhookBook } from '../webhooks/webhook-book.ts';
import { asApi } from './route/api-plugin.ts';
import { addFailures } from './route/failures.ts';
import { accountRoutes } from './routes/accounts.ts';
import { serviceTokenRoutes } from './routes/service-tokens.ts';
import { webhookRoutes } from './routes/webhooks.ts';

export interface Administration {
  readonly book: AccountBook;
  readonly tokens: ServiceTokens;
  readonly webhooks: WebhookBook;
}

/** What administrators may ask, for whoever has this machine: the same requests, the same answers. */
export function serveAdministration(app: FastifyInstance, { book, tokens, webhooks }: Administration): void {
  addFailures(app);
  const api = asApi(app, { admit: () => ({ by: 'command line' }) });
  accountRoutes(api, () => book);
  serviceTokenRoutes(api, () => tokens);
  webhookRoutes(api, () => webhooks);
}
