import { AgentId } from '@eyeline/protocol';
import { type Kysely, sql } from 'kysely';
import * as v from 'valibot';
import type { Database } from './database.ts';
import type { ApiToken } from './store.ts';

/** So many good tokens an account has at most: who signs in with each request does not fill the store. */
const mostTokens = 100;

export async function addToken(db: Kysely<Database>, token: ApiToken): Promise<void> {
  const { tokenId, agentId, issuedAt, expiresAt } = token;
  const row = { token_id: tokenId, agent_id: agentId, issued_at: issuedAt, expires_at: expiresAt };
  await db.insertInto('api_token').values(row).execute();
  await sql`delete from api_token where expires_at <= ${issuedAt} or token_id in (
    select token_id from api_token where agent_id = ${agentId}
    order by issued_at desc, token_id offset ${mostTokens})`.execute(db);
}

export async function loadTokens(db: Kysely<Database>, agentId: AgentId, now: number): Promise<readonly ApiToken[]> {
  const query = db.selectFrom('api_token').selectAll().where('agent_id', '=', agentId).where('expires_at', '>', now);
  return (await query.orderBy('issued_at', 'desc').execute()).map(row => ({
    tokenId: row.token_id,
    agentId: v.parse(AgentId, row.agent_id),
    issuedAt: Number(row.issued_at),
    expiresAt: Number(row.expires_at),
  }));
}

export async function hasToken(db: Kysely<Database>, tokenId: string, agentId: AgentId): Promise<boolean> {
  const query = db.selectFrom('api_token').select('token_id').where('token_id', '=', tokenId);
  return (await query.where('agent_id', '=', agentId).executeTakeFirst()) !== undefined;
}

export async function revokeTokens(db: Kysely<Database>, agentId: AgentId, tokenId?: string): Promise<number> {
  const all = db.deleteFrom('api_token').where('agent_id', '=', agentId);
  const { numDeletedRows } = await (tokenId === undefined
    ? all
    : all.where('token_id', '=', tokenId)
  ).executeTakeFirst();
  return Number(numDeletedRows);
}
