import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { seedAgents } from '../people/accounts.ts';
import { demoAgents, demoSupervisor } from '../process/demo.ts';
import { openEmbeddedStore } from '../store/embedded/embedded-store.ts';
import { temporaryRoot } from './temporary-root.ts';

/** What the template is made of: another one is made when this changes. */
const madeOf = [
  'empty-store.ts',
  '../store/migrations/migrations.ts',
  '../store/migrations/append-functions.ts',
  '../store/migrations/add-invitations.ts',
  '../store/migrations/add-webhooks.ts',
  '../store/migrations/add-proven-customers.ts',
  '../store/migrations/mark-demo-accounts.ts',
  '../store/embedded/synced-node-fs.ts',
  '../process/demo.ts',
  '../store/password.ts',
].map(path => readFileSync(new URL(path, import.meta.url)));
const key = createHash('sha256')
  .update(Buffer.concat([...madeOf, readFileSync(new URL(import.meta.resolve('@electric-sql/pglite')))]))
  .update(PGlite.defaultStartParams.join())
  .digest('hex')
  .slice(0, 16);
const root = temporaryRoot();
const template = join(root, `eyeline-store-${key}`);

/** Agents sign in hundreds of times in these tests; what a real password costs has a test of its own. */
export const quickPasswords = { N: 2 ** 10, r: 8, p: 1 };

/** A new embedded store takes seconds to make, with its agents' passwords: it is made once and copied. */
async function makeTemplate(): Promise<void> {
  const directory = await mkdtemp(join(root, 'eyeline-making-'));
  const store = await openEmbeddedStore(directory, process.env['EYELINE_STORE_TEMPLATE']);
  await seedAgents(store, [...demoAgents, demoSupervisor], quickPasswords);
  await store.close();
  // Tests run side by side: the first one that is done wins.
  await rename(directory, template).catch(() => rm(directory, { recursive: true }));
}

/** A data directory with a store in which there are the demo agents and nothing else. */
export async function emptyDataDirectory(): Promise<string> {
  if (!existsSync(template)) await makeTemplate();
  const directory = await mkdtemp(join(root, 'eyeline-data-'));
  // Not the asynchronous one, which costs several times as much.
  cpSync(template, directory, { recursive: true });
  return directory;
}
