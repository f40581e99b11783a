import { openEmbeddedStore } from './embedded-store.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { Store } from './store.ts';

/** The server that `databaseUrl` names; without it the embedded store in `directory`. */
export const openStore = (directory: string, databaseUrl: string | undefined, writer = true): Promise<Store> =>
  databaseUrl ? openPostgresStore(databaseUrl, { writer }) : openEmbeddedStore(directory);
