import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import type { Database } from './database.ts';
import { ServiceScope, type ServiceToken } from './store.ts';

const Scope = v.fallback(v.nullable(ServiceScope), null);

/** None where its scope is of another version. */
function read(row: Selectable<Database['service_token']>): readonly ServiceToken[] {
  const scope = v.parse(Scope, row.scope);
  const expiresAt = row.expires_at === null ? null : Number(row.expires_at);
  if (scope === null) return [];
  return [{ tokenId: row.token_id, name: row.name, scope, issuedAt: Number(row.issued_at), expiresAt }];
}

export async function addServiceToken(db: Kysely<Database>, token: ServiceToken, hash: string): Promise<void> {
  const { tokenId, name, scope, issuedAt, expiresAt } = token;
  const times = { issued_at: issuedAt, expires_at: expiresAt };
  await db
    .insertInto('service_token')
    .values({ token_id: tokenId, name, token_hash: hash, scope, ...times })
    .execute();
}

export async function loadServiceTokens(db: Kysely<Database>): Promise<readonly ServiceToken[]> {
  return (await db.selectFrom('service_token').selectAll().orderBy('issued_at', 'desc').execute()).flatMap(read);
}

export async function findServiceToken(db: Kysely<Database>, hash: string): Promise<ServiceToken | null> {
  const rows = await db.selectFrom('service_token').selectAll().where('token_hash', '=', hash).execute();
  return rows.flatMap(read)[0] ?? null;
}

export async function revokeServiceToken(db: Kysely<Database>, tokenId: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('service_token').where('token_id', '=', tokenId).executeTakeFirst();
  return numDeletedRows > 0n;
}
