import { type Kysely, sql } from 'kysely';

/** The names of fields in what routing stores, before and now. */
const fields: readonly (readonly [string, string])[] = [
  ['lines', 'lanes'],
  ['errand', 'externalTask'],
  ['errands', 'externalTasks'],
  ['errandsMade', 'externalTasksMade'],
  ['ladder', 'fallback'],
  ['telephone', 'voiceChannel'],
  ['told', 'notified'],
  ['toldPosition', 'notifiedPosition'],
  ['toldWaitMs', 'notifiedWaitMs'],
  ['toldUnservable', 'notifiedUnservable'],
  ['saidAt', 'statedAt'],
  ['offerPatienceMs', 'offerTimeoutMs'],
  ['reserveMs', 'voiceHoldMs'],
];

/** The names of fields in what is stored of systems outside. There a form of the site's own is never stored. */
const outsideFields: readonly (readonly [string, string])[] = [
  ['claim', 'voiceHold'],
  ['claimId', 'voiceHoldId'],
  ['owed', 'outstanding'],
  ['ours', 'heldAs'],
];

const phases: readonly (readonly [string, string])[] = [
  ['taking', 'asked'],
  ['taken', 'held'],
  ['returning', 'releasing'],
  ['ours', 'held'],
];

// A quotation mark within a text of JSON is escaped: what looks like a field is one.
const renameFields = (json: string, names: typeof fields): string =>
  names.reduce((text, [from, to]) => text.replaceAll(`"${from}":`, `"${to}":`), json);
const renameValues = (json: string, field: string, values: typeof fields): string =>
  values.reduce((text, [from, to]) => text.replaceAll(`"${field}":"${from}"`, `"${field}":"${to}"`), json);

/** What routing stored before, in the words of now. `json` is as `JSON.stringify` writes it. */
export function renamedRouting(json: string): string {
  const renamed = renameFields(json, fields)
    .replaceAll('"type":"errand.', '"type":"external-task.')
    .replaceAll('"type":"voice.reserved"', '"type":"voice.held"');
  return ['state', 'phase'].reduce((text, field) => renameValues(text, field, [['reserving', 'preparing']]), renamed);
}

/** What was stored of systems outside before, in the words of now. */
export const renamedOutside = <T>(value: T): unknown =>
  JSON.parse(renameValues(renameFields(JSON.stringify(value), outsideFields), 'phase', phases));

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
