import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { InvitationRecord } from './store.ts';

export async function loadInvitations(db: Kysely<Database>, after: number): Promise<readonly InvitationRecord[]> {
  const rows = await db.selectFrom('invitation').selectAll().where('expires_at', '>', after).execute();
  return rows.map(row => ({
    invitationId: row.invitation_id,
    codeHash: row.code_hash,
    expiresAt: Number(row.expires_at),
    value: row.value,
  }));
}

export async function forgetInvitations(db: Kysely<Database>, before: number): Promise<void> {
  await db.deleteFrom('invitation').where('expires_at', '<=', before).execute();
}
