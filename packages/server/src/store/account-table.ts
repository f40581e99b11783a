import type { AgentId } from '@eyeline/protocol';
import type { Kysely } from 'kysely';
import type { Database } from './database.ts';
import type { AccountChange } from './store.ts';

export async function changeAccount(db: Kysely<Database>, agentId: AgentId, change: AccountChange): Promise<void> {
  const { role, isDisabled, isDemo, passwordHash } = change;
  const row = {
    ...(role === undefined ? {} : { role }),
    ...(isDisabled === undefined ? {} : { is_disabled: isDisabled }),
    ...(isDemo === undefined ? {} : { is_demo: isDemo }),
    ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
  };
  if (Object.keys(row).length > 0)
    await db.updateTable('agent_account').set(row).where('agent_id', '=', agentId).execute();
}
