import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import * as v from 'valibot';
import { serveAccounts } from '../http/accounts.ts';
import { answerOrRefuse } from '../http/answer-or-refuse.ts';
import { serveServiceTokens } from '../http/guests/service-token-routes.ts';
import { AccountBook } from '../people/account-book.ts';
import { ServiceTokens } from '../people/service-tokens.ts';
import { StartupError } from '../settings/startup-error.ts';
import { openStore } from '../store/open-store.ts';
import { controlPathOf } from './control-socket.ts';

export interface AccountsRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** After `/api/v1`. */
  readonly path: string;
  readonly body?: object;
}

const Failure = v.object({ error: v.object({ message: v.string() }) });

/**
 * Asks the server of this data directory, or, where none runs, its store: the same request, the same answer.
 * @throws StartupError with the sentence of a refusal
 */
export async function askAccounts(
  asked: AccountsRequest,
  dataDirectory: string,
  databaseUrl?: string,
): Promise<unknown> {
  const answer: unknown = JSON.parse(
    (await askServer(asked, controlPathOf(dataDirectory))) ?? (await askStore(asked, dataDirectory, databaseUrl)),
  );
  const failure = v.safeParse(Failure, answer);
  if (failure.success) throw new StartupError(failure.output.error.message);
  return answer;
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
    const book = new AccountBook({ store, onChanged: async () => {} });
    const tokens = new ServiceTokens(store);
    serveAccounts(app, (request, reply, answer) => answerOrRefuse(reply, undefined, () => answer(request, book)));
    serveServiceTokens(app, (request, reply, answer) =>
      answerOrRefuse(reply, undefined, () => answer(request, tokens)),
    );
    return (await app.inject({ method, url: path, ...(body ? { payload: body } : {}) })).body;
  } finally {
    await app.close();
    await store.close();
  }
}
