import { AgentId, type Fact, type InteractionId } from '@eyeline/protocol';
import { type Kysely, sql } from 'kysely';
import * as v from 'valibot';
import { changeAccount } from './account-table.ts';
import { addToken, hasToken, loadTokens, revokeTokens } from './api-token-table.ts';
import { SqlApplicationStore } from './applications/sql-application-store.ts';
import { forgetCommands, loadCommands } from './command-table.ts';
import type { Database } from './database.ts';
import { vacuum } from './embedded/vacuum.ts';
import { addFile, loadFile, removeFile } from './files/file-table.ts';
import { forgetInvitations, loadInvitations } from './invitation-table.ts';
import { KeptDirectory } from './kept-directory.ts';
import type { Writer } from './postgres/writer.ts';
import { findConversations } from './proven-customer-table.ts';
import { readEach, readLogs } from './read-each.ts';
import { readFact, readInputs, readProfile, readSnapshot, UnreadableRecord } from './read-row.ts';
import type {
  Account,
  AccountChange,
  AccountProfile,
  ApiToken,
  Batch,
  ConversationsQuery,
  InvitationRecord,
  Kept,
  OutsideRecord,
  OwnAccount,
  ProvenConversation,
  Recorded,
  SetAsideRecord,
  Store,
  Stored,
  StoredFile,
  Unreadable,
  UnreadableAccount,
} from './store.ts';
import { SqlWebhookStore } from './webhooks/sql-webhook-store.ts';
import type { WebhookStore } from './webhooks/webhook-store.ts';

interface SqlStoreOptions {
  readonly engine: string;
  readonly db: Kysely<Database>;
  /** Whether nobody else gives back the room of what was forgotten: a PostgreSQL of one process has no autovacuum. */
  readonly vacuums: boolean;
  /** Commits a batch with one statement, by the engine's own shortest way. */
  readonly append: (batch: Batch) => Promise<void>;
  /** Where several servers may reach the database: the right to write, and the connections that commits have for themselves. */
  readonly writing?: { readonly writer: Writer; readonly db: Kysely<Database> };
  /** Gives back what else is held. */
  readonly afterClose?: () => void;
}

/** So many bad records are kept. */
const mostSetAside = 1000;

/** The store on any PostgreSQL: the embedded one and a server alike. */
export class SqlStore implements Store {
  readonly engine: string;
  readonly lost: Promise<string>;
  readonly applications: SqlApplicationStore;
  readonly webhooks: WebhookStore;
  readonly #options: SqlStoreOptions;
  readonly #db: Kysely<Database>;

  /** The tables have to be up to date. */
  constructor(options: SqlStoreOptions) {
    this.engine = options.engine;
    this.#options = options;
    this.#db = options.db;
    this.applications = new SqlApplicationStore(options.db);
    this.webhooks = new SqlWebhookStore(options.db);
    this.lost = options.writing?.writer.lost ?? new Promise(() => {});
  }

  append(batch: Batch): Promise<void> {
    return this.#options.append(batch);
  }

  async load(kept: Kept): Promise<Stored> {
    const db = this.#db;
    const newest = sql<number>`(select max(number) from routing_snapshot)`;
    const [row] = await this.#snapshots().where('number', '=', newest).execute();
    const [inputs, facts, commands, sessions] = await Promise.all([
      db
        .selectFrom('routing_input')
        .selectAll()
        .where('number', '>', Number(row?.number ?? 0))
        .orderBy('number')
        .execute(),
      db
        .selectFrom('fact')
        .innerJoin('interaction', 'interaction.interaction_id', 'fact.interaction_id')
        .where('interaction.live', '=', true)
        .selectAll('fact')
        .orderBy('fact.interaction_id')
        .orderBy('fact.seq')
        .execute(),
      loadCommands(db, kept),
      db.selectFrom('agent_session').selectAll().execute(),
    ]);
    const unreadable: Unreadable[] = [];
    const logs = readLogs(facts, unreadable);
    const decisions = readEach([row], 'the decisions of routing', unreadable, () => ({
      snapshot: row ? readSnapshot(row) : null,
      inputs: inputs.flatMap(readInputs),
    }));
    return {
      ...(decisions[0] ?? { snapshot: null, inputs: [] }),
      lastNumber: Number(inputs.at(-1)?.number ?? row?.number ?? 0),
      ...logs,
      commands,
      sessions: readEach(sessions, 'a session of an agent', unreadable, one => ({
        agentId: v.parse(AgentId, one.agent_id),
        sessionId: one.session_id,
      })),
      unreadable,
    };
  }

  loadOutside(): Promise<readonly OutsideRecord[]> {
    return this.#db.selectFrom('outside_state').selectAll().orderBy('system').orderBy('subject').execute();
  }

  async loadFacts(interactionId: InteractionId): Promise<readonly Fact[]> {
    const query = this.#db.selectFrom('fact').selectAll().where('interaction_id', '=', interactionId);
    return (await query.orderBy('seq').execute()).map(readFact);
  }

  findConversations(query: ConversationsQuery): Promise<readonly ProvenConversation[]> {
    return findConversations(this.#db, query);
  }

  async findAccount(username: string): Promise<Account | null> {
    const query = this.#db.selectFrom('agent_account').selectAll().where('username', '=', username.toLowerCase());
    const row = await query.executeTakeFirst();
    const agentId = v.safeParse(AgentId, row?.agent_id);
    if (!row || !agentId.success) return null;
    return { agentId: agentId.output, ...readProfile(row), passwordHash: row.password_hash };
  }

  async loadAccounts(unreadable: UnreadableAccount[] = []): Promise<ReadonlyMap<AgentId, AccountProfile>> {
    const columns = ['agent_id', 'username', 'name', 'role', 'cisco_id', 'is_disabled', 'is_demo'] as const;
    const rows = await this.#db.selectFrom('agent_account').select(columns).execute();
    const accounts = rows.flatMap(row => {
      try {
        return [[v.parse(AgentId, row.agent_id), readProfile(row)] as const];
      } catch (error) {
        unreadable.push({ subject: 'an account', error, username: row.username, ciscoId: row.cisco_id });
        return [];
      }
    });
    return new Map(accounts);
  }

  async loadDecisions(since: number): Promise<Recorded> {
    const all = this.#snapshots();
    const [base] = await all.where('at', '<=', since).orderBy('number', 'desc').limit(1).execute();
    const number = base ? Number(base.number) : 0;
    const [snapshots, inputs] = await Promise.all([
      all.where('number', '>=', number).orderBy('number').execute(),
      this.#db.selectFrom('routing_input').selectAll().where('number', '>', number).orderBy('number').execute(),
    ]);
    return { snapshots: snapshots.map(readSnapshot), inputs: inputs.flatMap(readInputs) };
  }

  async forgetDecisions(before: number): Promise<void> {
    // One snapshot an hour will do, beside the newest.
    await sql`delete from routing_snapshot as old where number < (select max(number) from routing_snapshot)
      and exists (select 1 from routing_snapshot as earlier
        where earlier.number < old.number and earlier.at / 3600000 = old.at / 3600000)`.execute(this.#db);
    const base = sql`(select max(number) from routing_snapshot where at <= ${before})`;
    await sql`delete from routing_input where number <= ${base}`.execute(this.#db);
    await sql`delete from routing_snapshot where number < ${base}`.execute(this.#db);
    // Also of those that were never completed.
    await sql`delete from routing_snapshot_part as part where number < (select max(number) from routing_snapshot)
      and not exists (select 1 from routing_snapshot as whole where whole.number = part.number)`.execute(this.#db);
  }

  async addAccount({ agentId, username, name, role, passwordHash, isDemo }: OwnAccount): Promise<boolean> {
    const profile = { username: username.toLowerCase(), name, role, is_demo: isDemo };
    const row = { agent_id: agentId, ...profile, password_hash: passwordHash };
    const insert = this.#db.insertInto('agent_account').values(row);
    const result = await insert.onConflict(conflict => conflict.doNothing()).executeTakeFirst();
    return result.numInsertedOrUpdatedRows === 1n;
  }

  changeAccount(agentId: AgentId, change: AccountChange): Promise<void> {
    return changeAccount(this.#db, agentId, change);
  }

  addToken(token: ApiToken): Promise<void> {
    return addToken(this.#db, token);
  }

  loadTokens(agentId: AgentId, now: number): Promise<readonly ApiToken[]> {
    return loadTokens(this.#db, agentId, now);
  }

  hasToken(tokenId: string, agentId: AgentId): Promise<boolean> {
    return hasToken(this.#db, tokenId, agentId);
  }

  revokeTokens(agentId: AgentId, tokenId?: string): Promise<number> {
    return revokeTokens(this.#db, agentId, tokenId);
  }

  loadInvitations(after: number): Promise<readonly InvitationRecord[]> {
    return loadInvitations(this.#db, after);
  }

  forgetInvitations(before: number): Promise<void> {
    return forgetInvitations(this.#db, before);
  }

  addFile(file: StoredFile): Promise<void> {
    return addFile(this.#db, file);
  }

  loadFile(interactionId: string, fileId: string): Promise<Uint8Array | null> {
    return loadFile(this.#db, interactionId, fileId);
  }

  removeFile(interactionId: string, fileId: string): Promise<void> {
    return removeFile(this.#db, interactionId, fileId);
  }

  async loadDirectory(): Promise<KeptDirectory | null> {
    const row = await this.#db.selectFrom('directory').select('value').where('source', '=', 'cisco').executeTakeFirst();
    if (!row) return null;
    const parsed = v.safeParse(KeptDirectory, row.value);
    if (!parsed.success) throw new UnreadableRecord('What came from Cisco has not the form that it was kept in.');
    return parsed.output;
  }

  async keepDirectory(directory: KeptDirectory, accounts: readonly Account[]): Promise<void> {
    const value = JSON.stringify(directory);
    await this.#db.transaction().execute(async db => {
      // Whose connection breaks in the middle holds up nobody else for long.
      await sql`set local idle_in_transaction_session_timeout = '10s'`.execute(db);
      const kept = db.insertInto('directory').values({ source: 'cisco', value });
      await kept.onConflict(conflict => conflict.column('source').doUpdateSet({ value })).execute();
      for (const { agentId, username, name, role, ciscoId, isDisabled } of accounts) {
        const row = { username, name, role, cisco_id: ciscoId, is_disabled: isDisabled };
        const insert = db.insertInto('agent_account').values({ agent_id: agentId, password_hash: null, ...row });
        await insert.onConflict(conflict => conflict.column('agent_id').doUpdateSet(row)).execute();
      }
    });
  }

  async secret(name: string, make: () => string): Promise<string> {
    const insert = this.#db.insertInto('secret').values({ name, value: make() });
    await insert.onConflict(conflict => conflict.doNothing()).execute();
    const query = this.#db.selectFrom('secret').select('value').where('name', '=', name);
    return (await query.executeTakeFirstOrThrow()).value;
  }

  async forgetCommands(kept: Kept): Promise<void> {
    await forgetCommands(this.#db, kept);
    if (this.#options.vacuums) await vacuum(this.#db);
  }

  /** Those that are complete, with their text in one piece. */
  #snapshots() {
    const whole = sql<string>`coalesce(state, (select string_agg(text, '' order by part)
      from routing_snapshot_part where routing_snapshot_part.number = routing_snapshot.number))`;
    return this.#db.selectFrom('routing_snapshot').select(['number', whole.as('state')]);
  }

  async setAside({ at, kind, subject, reason, content }: SetAsideRecord): Promise<void> {
    await this.#db.insertInto('set_aside').values({ at, kind, subject, reason, content }).execute();
    await sql`delete from set_aside where id <= (select max(id) from set_aside) - ${mostSetAside}`.execute(this.#db);
  }

  async check(): Promise<void> {
    await sql`select 1`.execute(this.#db);
  }

  async close(): Promise<void> {
    const { writing } = this.#options;
    // A database that is gone keeps nobody here.
    await writing?.writer.release().catch(() => {});
    await writing?.db.destroy();
    await this.#db.destroy();
    this.#options.afterClose?.();
  }
}
