import type { Kysely, Selectable } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../database.ts';
import {
  type Application,
  type ApplicationSecret,
  type ApplicationStore,
  type KeptApplication,
  type NewSecret,
  ServiceScope,
} from './application-store.ts';

/** Scopes of another version are none. */
const Scopes = v.pipe(
  v.array(v.fallback(v.nullable(ServiceScope), null)),
  v.transform(scopes => scopes.filter(scope => scope !== null)),
);
const EntryPointIds = v.nullable(v.array(v.string()));

const readApplication = (row: Selectable<Database['application']>): Application => ({
  applicationId: row.application_id,
  name: row.name,
  scopes: v.parse(Scopes, row.scopes),
  entryPointIds: v.parse(EntryPointIds, row.entry_points),
  createdAt: Number(row.created_at),
});

const instant = (value: string | number | bigint | null): number | null => (value === null ? null : Number(value));

const readSecret = (row: Selectable<Database['application_secret']>): ApplicationSecret => ({
  secretId: row.secret_id,
  issuedAt: Number(row.issued_at),
  expiresAt: instant(row.expires_at),
  lastUsedAt: instant(row.last_used_at),
});

const secretRow = (applicationId: string, { secretId, hash, issuedAt, expiresAt }: NewSecret) => ({
  ...{ secret_id: secretId, application_id: applicationId, secret_hash: hash },
  ...{ issued_at: issuedAt, expires_at: expiresAt, last_used_at: null },
});

const written = ({ name, scopes, entryPointIds }: Omit<Application, 'applicationId' | 'createdAt'>) => ({
  name,
  scopes: JSON.stringify(scopes),
  entry_points: JSON.stringify(entryPointIds),
});

export class SqlApplicationStore implements ApplicationStore {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  add(application: Application, secret: NewSecret): Promise<void> {
    const { applicationId, createdAt } = application;
    return this.#db.transaction().execute(async db => {
      const row = { application_id: applicationId, created_at: createdAt, ...written(application) };
      await db.insertInto('application').values(row).execute();
      await db.insertInto('application_secret').values(secretRow(applicationId, secret)).execute();
    });
  }

  async change(application: Omit<Application, 'createdAt'>): Promise<boolean> {
    const update = this.#db.updateTable('application').set(written(application));
    const done = await update.where('application_id', '=', application.applicationId).executeTakeFirst();
    return done.numUpdatedRows > 0n;
  }

  async remove(applicationId: string): Promise<boolean> {
    const gone = this.#db.deleteFrom('application').where('application_id', '=', applicationId);
    return (await gone.executeTakeFirst()).numDeletedRows > 0n;
  }

  async load(): Promise<readonly KeptApplication[]> {
    const [applications, secrets] = await Promise.all([
      this.#db.selectFrom('application').selectAll().orderBy('created_at', 'desc').orderBy('application_id').execute(),
      this.#db.selectFrom('application_secret').selectAll().orderBy('issued_at', 'desc').orderBy('secret_id').execute(),
    ]);
    return applications.map(row => ({
      ...readApplication(row),
      secrets: secrets.filter(one => one.application_id === row.application_id).map(readSecret),
    }));
  }

  addSecret(applicationId: string, secret: NewSecret, others: number) {
    return this.#db.transaction().execute(async db => {
      // One at a time: two who rotate at once must not both find room.
      const row = await db
        .selectFrom('application')
        .select('application_id')
        .where('application_id', '=', applicationId)
        .forUpdate()
        .executeTakeFirst();
      if (!row) return 'no-application' as const;
      const own = db.deleteFrom('application_secret').where('application_id', '=', applicationId);
      await own.where('expires_at', '<=', secret.issuedAt).execute();
      const { count } = await db
        .selectFrom('application_secret')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('application_id', '=', applicationId)
        .executeTakeFirstOrThrow();
      if (Number(count) > others) return 'too-many' as const;
      await db.insertInto('application_secret').values(secretRow(applicationId, secret)).execute();
      return 'added' as const;
    });
  }

  async removeSecret(applicationId: string, secretId: string): Promise<boolean> {
    const own = this.#db.deleteFrom('application_secret').where('application_id', '=', applicationId);
    return (await own.where('secret_id', '=', secretId).executeTakeFirst()).numDeletedRows > 0n;
  }

  async find(hash: string) {
    const row = await this.#db
      .selectFrom('application_secret')
      .innerJoin('application', 'application.application_id', 'application_secret.application_id')
      .selectAll('application')
      .select(['secret_id', 'secret_hash', 'issued_at', 'expires_at', 'last_used_at'])
      .where('secret_hash', '=', hash)
      .executeTakeFirst();
    return row ? { application: readApplication(row), secret: readSecret(row) } : null;
  }

  async used(secretId: string, at: number): Promise<void> {
    await this.#db
      .updateTable('application_secret')
      .set({ last_used_at: at })
      .where('secret_id', '=', secretId)
      .execute();
  }
}
