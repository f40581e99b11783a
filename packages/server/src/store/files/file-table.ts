import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { StoredFile } from '../store.ts';

/** There already: it stays as it is, so that one whose fate is unknown can be kept again. */
export async function addFile(db: Kysely<Database>, file: StoredFile): Promise<void> {
  const { interactionId, fileId, mediaType, at, content } = file;
  await db
    .insertInto('file')
    .values({ interaction_id: interactionId, file_id: fileId, media_type: mediaType, at, content })
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

export async function loadFile(
  db: Kysely<Database>,
  interactionId: string,
  fileId: string,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('file')
    .select('content')
    .where('interaction_id', '=', interactionId)
    .where('file_id', '=', fileId)
    .executeTakeFirst();
  return row?.content ?? null;
}

export async function removeFile(db: Kysely<Database>, interactionId: string, fileId: string): Promise<void> {
  await db.deleteFrom('file').where('interaction_id', '=', interactionId).where('file_id', '=', fileId).execute();
}
