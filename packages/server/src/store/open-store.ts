import { openEmbeddedStore } from './embedded/embedded-store.ts';
import { openPostgresStore, type PostgresOptions } from './postgres/postgres-store.ts';
import type { Store } from './store.ts';

/** The server that `databaseUrl` names; without it the embedded store in `directory`, a new one from EYELINE_STORE_TEMPLATE. */
export const openStore = (
  directory: string,
  databaseUrl: string | undefined,
  options: PostgresOptions = {},
): Promise<Store> =>
  databaseUrl
    ? openPostgresStore(databaseUrl, options)
    : openEmbeddedStore(directory, process.env['EYELINE_STORE_TEMPLATE']);
