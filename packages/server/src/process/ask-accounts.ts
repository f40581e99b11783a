import { request } from 'node:http';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import Fastify from 'fastify';
import * as v from 'valibot';
import { serveAdministration } from '../http/administration.ts';
import { WebhookBook } from '../interaction/webhooks/webhook-book.ts';
import { AccountBook } from '../people/account-book.ts';
import { Applications } from '../people/applications/applications.ts';
import { accountSentences } from '../settings/sentences/accounts.ts';
import { StartupError } from '../settings/startup-error.ts';
import { DirectoryInUse, hasStore } from '../store/embedded/start-embedded.ts';
import { openStore } from '../store/open-store.ts';
import { controlPathOf, type StorePlace, withoutPassword } from './control-socket.ts';

export interface AccountsRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** After `/api/v1`. */
  readonly path: string;
  readonly body?: object;
}

const Failure = v.object({ error: v.object({ message: v.string() }) });

/** How long a server may take to start before a command gives up, and how often it is looked for. */
const startingMs = 10_000;
const lookMs = 200;

interface AskOptions extends StorePlace {
  /** A new store is made where there is none: for what may come before the first start. */
  readonly mayMake?: boolean;
  /** Told who answered. */
  readonly onAsked?: (sentence: string) => void;
}

/**
 * Asks the server of this store, or, where none runs, the store itself: the same request, the same answer. A server that
 * starts is waited for.
 * @throws StartupError with the sentence of a refusal, or where there is no store
 */
export async function askAccounts(asked: AccountsRequest, options: AskOptions): Promise<unknown> {
  const answer: unknown = JSON.parse(await answerTo(asked, options, performance.now() + startingMs));
  const failure = v.safeParse(Failure, answer);
  if (failure.success) throw new StartupError(failure.output.error.message);
  return answer;
}

async function answerTo(asked: AccountsRequest, options: AskOptions, until: number): Promise<string> {
  const { dataDirectory, databaseUrl, mayMake = false, onAsked } = options;
  const place = databaseUrl ? withoutPassword(databaseUrl) : resolve(dataDirectory);
  const fromServer = await askServer(asked, controlPathOf(options));
  if (fromServer !== null) {
    onAsked?.(accountSentences.serverAsked(place));
    return fromServer;
  }
  const isThere = Boolean(databaseUrl) || hasStore(dataDirectory);
  if (!isThere && !mayMake) throw new StartupError(accountSentences.noStore(place));
  try {
    const fromStore = await askStore(asked, dataDirectory, databaseUrl);
    onAsked?.(isThere ? accountSentences.storeAsked(place) : accountSentences.storeMade(place));
    return fromStore;
  } catch (error) {
    // Where no server can be reached, waiting for one does not help.
    if (!(error instanceof DirectoryInUse) || controlPathOf(options) === null) throw error;
    if (performance.now() > until) throw new StartupError(accountSentences.storeHeld(place));
    await setTimeout(lookMs);
    return answerTo(asked, options, until);
  }
}

/** Null where no server listens. */
function askServer({ method, path, body }: AccountsRequest, socketPath: string | null): Promise<string | null> {
  return new Promise((resolve, reject) => {
    if (socketPath === null) return resolve(null);
    const headers = body ? { 'content-type': 'application/json' } : {};
    const outgoing = request({ socketPath, method, path: `/api/v1${path}`, headers }, response => {
      text(response).then(resolve, reject);
    });
    outgoing.once('error', error => {
      const code = 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    outgoing.end(body && JSON.stringify(body));
  });
}

async function askStore({ method, path, body }: AccountsRequest, data: string, databaseUrl?: string): Promise<string> {
  const store = await openStore(data, databaseUrl, { writer: false });
  const app = Fastify();
  try {
    serveAdministration(app, {
      book: new AccountBook({ store, onChanged: async () => {} }),
      applications: new Applications(store.applications),
      webhooks: new WebhookBook({ store: store.webhooks }),
    });
    return (await app.inject({ method, url: `/api/v1${path}`, ...(body ? { payload: body } : {}) })).body;
  } finally {
    await app.close();
    await store.close();
  }
}
