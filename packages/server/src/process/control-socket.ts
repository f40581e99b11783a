import { createHash } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, relative, resolve } from 'node:path';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serveAdministration } from '../http/administration.ts';
import type { ContactCentre } from './contact-centre.ts';

/** What a path of a socket may have on every system. */
const longestPath = 103;

/** Where a server keeps what it knows: two may run from one folder, with a database each. */
export interface StorePlace {
  readonly dataDirectory: string;
  readonly databaseUrl?: string | undefined;
}

/** Where commands of this machine reach the server of a store: its folder is its owner's alone. Null where the path is too long. */
export function controlPathOf({ dataDirectory, databaseUrl }: StorePlace): string | null {
  const name = databaseUrl ? `server-${shortHash(withoutPassword(databaseUrl))}.sock` : 'server.sock';
  const path = join(resolve(dataDirectory), 'control', name);
  const shorter = [path, relative(process.cwd(), path)].toSorted((one, other) => one.length - other.length)[0] ?? path;
  return shorter.length <= longestPath && process.platform !== 'win32' ? shorter : null;
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** As a person may read it, and the same after the password was changed. */
export function withoutPassword(databaseUrl: string): string {
  const url = URL.parse(databaseUrl);
  if (!url) return '';
  url.password = '';
  url.searchParams.delete('password');
  return url.href;
}

/** Whoever may write into the data directory may change accounts while the server runs, without signing in. */
export async function listenForCommands(centre: ContactCentre, place: StorePlace): Promise<() => Promise<void>> {
  const path = controlPathOf(place);
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
  if (await isAnswered(path)) throw new Error(`another server listens at ${path}`);
  // One that was left behind.
  await rm(path, { force: true });
  const loggerInstance: FastifyBaseLogger = centre.log.child({}, { level: 'warn' });
  const app: FastifyInstance = Fastify({ forceCloseConnections: true, loggerInstance });
  serveAdministration(app, {
    book: centre.accountBook('command line'),
    applications: centre.applications,
    webhooks: centre.webhookBook(),
  });
  await app.listen({ path });
  return () => app.close();
}

/** Whether a living server listens there. */
const isAnswered = (path: string): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
