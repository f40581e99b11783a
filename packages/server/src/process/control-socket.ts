import { chmod, mkdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import Fastify from 'fastify';
import { serveAccounts } from '../http/accounts.ts';
import { answerOrRefuse } from '../http/answer-or-refuse.ts';
import { serveServiceTokens } from '../http/guests/service-token-routes.ts';
import { addHttpFailures } from '../http/http-failures.ts';
import { ServiceTokens } from '../people/service-tokens.ts';
import type { ContactCentre } from './contact-centre.ts';

/** What a path of a socket may have on every system. */
const longestPath = 103;

/** Where commands of this machine reach the server: its folder is its owner's alone. Null where the path is too long. */
export function controlPathOf(dataDirectory: string): string | null {
  const path = join(resolve(dataDirectory), 'control', 'server.sock');
  const shorter = [path, relative(process.cwd(), path)].toSorted((one, other) => one.length - other.length)[0] ?? path;
  return shorter.length <= longestPath && process.platform !== 'win32' ? shorter : null;
}

/** Whoever may write into the data directory may change accounts while the server runs, without signing in. */
export async function listenForCommands(centre: ContactCentre, dataDirectory: string): Promise<() => Promise<void>> {
  const path = controlPathOf(dataDirectory);
  if (path === null) {
    centre.log.warn(
      'Accounts can be changed by command only while the server is stopped: the path of --data is too long.',
    );
    return async () => {};
  }
  try {
    return await listenAt(centre, path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    centre.log.warn(`Accounts can be changed by command only while the server is stopped (${why}).`);
    return async () => {};
  }
}

async function listenAt(centre: ContactCentre, path: string): Promise<() => Promise<void>> {
  const folder = join(path, '..');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  // One that was left behind: the store is ours alone.
  await rm(path, { force: true });
  const app = Fastify({ forceCloseConnections: true });
  addHttpFailures(app);
  await app.register(
    async api => {
      serveAccounts(api, (request, reply, answer) =>
        answerOrRefuse(reply, centre.log, () => answer(request, centre.accountBook('command line'))),
      );
      serveServiceTokens(api, (request, reply, answer) =>
        answerOrRefuse(reply, centre.log, () => answer(request, new ServiceTokens(centre.store))),
      );
    },
    { prefix: '/api/v1' },
  );
  await app.listen({ path });
  return () => app.close();
}
