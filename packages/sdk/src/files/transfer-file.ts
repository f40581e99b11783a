import type { FileInput, FileOutcome } from '@eyeline/machines';
import type { Connection } from '../connection/connection.ts';
import { request } from '../connection/request.ts';
import { fileAddress } from './file-address.ts';
import { sendFile } from './send-file.ts';

/** Fills the machines' `file` port: what is in a file of a conversation, or what became of one that was to be sent. */
export async function transferFile(
  connection: Connection,
  url: string | undefined,
  { sending, ...file }: FileInput,
): Promise<Blob | FileOutcome | null> {
  if (sending) return sendFile({ connection, url, file, sending });
  try {
    const { ticket } = await request(connection, { type: 'file.read', ...file });
    const answer = await fetch(fileAddress(url, ticket), { credentials: 'omit' });
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}
