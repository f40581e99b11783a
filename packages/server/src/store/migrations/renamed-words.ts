import { type Kysely, sql } from 'kysely';

/** The names of fields in what routing stores, before and now. */
const fields: Readonly<Record<string, string>> = {
  lines: 'lanes',
  errand: 'externalTask',
  errands: 'externalTasks',
  errandsMade: 'externalTasksMade',
  ladder: 'fallback',
  telephone: 'voiceChannel',
  told: 'notified',
  toldPosition: 'notifiedPosition',
  toldWaitMs: 'notifiedWaitMs',
  toldUnservable: 'notifiedUnservable',
  saidAt: 'statedAt',
  offerPatienceMs: 'offerTimeoutMs',
  reserveMs: 'voiceHoldMs',
};

/** The same of systems outside. */
const outsideFields: Readonly<Record<string, string>> = {
  claim: 'voiceHold',
  claimId: 'voiceHoldId',
  owed: 'outstanding',
  ours: 'heldAs',
};

const routingStates: Readonly<Record<string, string>> = { reserving: 'preparing' };
const outsidePhases: Readonly<Record<string, string>> = {
  taking: 'asked',
  taken: 'held',
  returning: 'releasing',
  ours: 'held',
};

/** What is in these goes by the site's own names, which may be any word. */
const bySiteNames = new Set(['agents', 'calendars', 'holds', 'queues', 'reasons', 'retired', 'skills', 'teams']);
/** All of these is the site's and its customers'. */
const notOurs = new Set(['attributes', 'customer', 'form', 'question']);

interface Words {
  readonly fields: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, string>>;
}

function renamed(value: unknown, words: Words, field = ''): unknown {
  if (Array.isArray(value)) return value.map(one => renamed(one, words));
  if (typeof value === 'object' && value !== null) {
    const isBySiteNames = bySiteNames.has(field);
    const entries = Object.entries(value).map(([name, own]) => [
      isBySiteNames ? name : (words.fields[name] ?? name),
      !isBySiteNames && notOurs.has(name) ? own : renamed(own, words, isBySiteNames ? '' : name),
    ]);
    return Object.fromEntries(entries);
  }
  if (typeof value !== 'string') return value;
  if (field === 'phase' || field === 'state') return words.states[value] ?? value;
  if (field === 'type') return value.replace(/^errand\./, 'external-task.').replace(/^voice\.reserved$/, 'voice.held');
  return value;
}

/** What routing stored before, in the words of now: a text of JSON. */
export const renamedRouting = (json: string): string =>
  JSON.stringify(renamed(JSON.parse(json), { fields, states: routingStates }));

/** What was stored of systems outside before, in the words of now. */
export const renamedOutside = (value: unknown): unknown =>
  renamed(value, { fields: outsideFields, states: outsidePhases });

/** Brings what is stored to the words of now, so that a contact centre goes on where an earlier version left it. */
export async function renameWords(db: Kysely<unknown>): Promise<void> {
  const inputs = await sql<{ number: string; input: string }>`select number, input from routing_input`.execute(db);
  for (const { number, input } of inputs.rows) {
    const renamed = renamedRouting(input);
    if (renamed !== input) await sql`update routing_input set input = ${renamed} where number = ${number}`.execute(db);
  }
  // A part ends anywhere, within a word too: one long text instead of the parts.
  const snapshots = await sql<{ number: string; state: string | null }>`
    select number, coalesce(state, (
      select string_agg(text, '' order by part) from routing_snapshot_part one where one.number = whole.number)) as state
    from routing_snapshot whole`.execute(db);
  for (const { number, state } of snapshots.rows) {
    if (state === null) continue;
    await sql`update routing_snapshot set state = ${renamedRouting(state)} where number = ${number}`.execute(db);
    await sql`delete from routing_snapshot_part where number = ${number}`.execute(db);
  }
  const outside = await sql<{ system: string; subject: string; value: unknown }>`
    select system, subject, value from outside_state where value is not null`.execute(db);
  for (const { system, subject, value } of outside.rows)
    await sql`update outside_state set value = ${JSON.stringify(renamedOutside(value))}::jsonb
      where system = ${system} and subject = ${subject}`.execute(db);
  await sql`update command set name = 'fallback.take' where name = 'ladder.take'`.execute(db);
  const directories = await sql<{ source: string; value: unknown }>`select source, value from directory`.execute(db);
  for (const { source, value } of directories.rows)
    await sql`update directory set value = ${renamedRouting(JSON.stringify(value))}::jsonb
      where source = ${source}`.execute(db);
}
