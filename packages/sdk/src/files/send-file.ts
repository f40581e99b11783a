import type { FileInput, FileOutcome, FileSending } from '@eyeline/machines';
import { Failure } from '@eyeline/protocol';
import * as v from 'valibot';
import type { Connection } from '../connection/connection.ts';
import { RequestError, request } from '../connection/request.ts';
import { fileAddress } from './file-address.ts';

/** The most that a name may have on its way; the server cuts it shorter. */
const longestName = 500;

interface Sending {
  readonly connection: Connection;
  readonly url: string | undefined;
  readonly file: Pick<FileInput, 'interactionId' | 'fileId'>;
  readonly sending: FileSending;
}

/** Sends a file once. The server answers when it is stored and in the log. */
export async function sendFile({ connection, url, file, sending }: Sending): Promise<FileOutcome> {
  const { name, content, signal } = sending;
  if (!(content instanceof Blob) || !(signal instanceof AbortSignal)) throw new TypeError('no file of this browser');
  try {
    const { ticket } = await request(connection, { type: 'file.prepare', ...file, name: name.slice(-longestName) });
    if (signal.aborted) return { type: 'lost' };
    return await post(fileAddress(url, ticket), content, signal, sending.onProgress);
  } catch (error) {
    if (!(error instanceof RequestError) || error.code === 'lost') return { type: 'lost' };
    return { type: 'refused', failure: { code: error.code, message: error.message } };
  }
}

/** `fetch` tells nothing of how much has gone. */
const post = (
  address: URL,
  content: Blob,
  signal: AbortSignal,
  onProgress: FileSending['onProgress'],
): Promise<FileOutcome> =>
  new Promise(resolve => {
    const asked = new XMLHttpRequest();
    const stop = () => asked.abort();
    asked.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    asked.onloadend = () => {
      signal.removeEventListener('abort', stop);
      resolve(outcomeOf(asked));
    };
    signal.addEventListener('abort', stop);
    asked.open('POST', address);
    asked.setRequestHeader('content-type', 'application/octet-stream');
    asked.send(content);
  });

function outcomeOf({ status, responseText }: XMLHttpRequest): FileOutcome {
  if (status >= 200 && status < 300) return { type: 'sent' };
  try {
    const { error } = v.parse(v.object({ error: Failure }), JSON.parse(responseText));
    return { type: 'refused', failure: error };
  } catch {
    return { type: 'lost' };
  }
}
