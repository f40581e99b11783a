import { type Kysely, sql } from 'kysely';
import { appendFunction } from './append-functions.ts';

/** The first time counts: what is stored again, or said again, changes nothing. */
const append = appendFunction(
  'append_proven_customers',
  '_rows jsonb',
  `
  insert into proven_customer (realm, customer_id, interaction_id, at)
    select realm, customer_id, interaction_id, at
    from jsonb_to_recordset(_rows) as row (realm text, customer_id text, interaction_id text, at bigint)
    on conflict do nothing;`,
);

/** Who was proven in which interaction: by this the earlier conversations of a customer are found, and not by going through logs. */
export async function addProvenCustomers(db: Kysely<unknown>): Promise<void> {
  const statements = [
    sql`create table proven_customer (
      realm text not null, customer_id text not null, interaction_id text not null, at bigint not null,
      primary key (realm, customer_id, interaction_id))`,
    sql`create index proven_customer_at on proven_customer (realm, customer_id, at desc, interaction_id desc)`,
    sql`${sql.raw(append)}`,
    // Of before.
    sql`insert into proven_customer (realm, customer_id, interaction_id, at)
      select payload->'customer'->>'realm', payload->'customer'->>'id', interaction_id, min(at)
      from fact
      where name = 'participant.identified' and payload->'customer'->>'level' = 'verified'
        and payload->'customer'->>'id' is not null and payload->'customer'->>'realm' is not null
      group by 1, 2, 3`,
  ];
  for (const statement of statements) await statement.execute(db);
}
