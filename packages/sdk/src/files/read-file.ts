import type { FileInput } from '@eyeline/machines';
import type { Connection } from '../connection/connection.ts';
import { answerOf } from './answer-of.ts';
import { fileAddress } from './file-address.ts';

/** What is in a file of a conversation; null where it cannot be had now. */
export async function readFile(connection: Connection, url: string | undefined, file: FileInput): Promise<Blob | null> {
  try {
    const { ticket } = await answerOf(connection, { type: 'file.read', ...file });
    const answer = await fetch(fileAddress(url, ticket), { credentials: 'omit' });
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}
