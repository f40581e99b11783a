import { type Kysely, sql } from 'kysely';
import { isPassword } from '../password.ts';

/** What `--demo` added before its accounts were marked. Written down here: a migration does not change with the demo. */
const usernames = ['anna', 'ben', 'sue'];
const password = 'eyeline-demo';

/** Who has a user name and the password of the demo came with it. A real agent of that name has another password. */
export async function markDemoAccounts(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ agent_id: string; password_hash: string }>`
    select agent_id, password_hash from agent_account
    where username in (${sql.join(usernames)}) and password_hash is not null`.execute(db);
  for (const { agent_id: agentId, password_hash: hash } of rows)
    if (await isPassword(password, hash))
      await sql`update agent_account set is_demo = true where agent_id = ${agentId}`.execute(db);
}
