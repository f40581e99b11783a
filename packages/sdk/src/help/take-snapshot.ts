import type { SnapshotInput } from '@eyeline/machines';
import { mostFilePixels, mostSnapshotBytes } from '@eyeline/protocol';
import type { Connection } from '../connection/connection.ts';
import { trackBehind } from '../devices/track-behind.ts';
import { answerOf } from '../files/answer-of.ts';
import { fileAddress } from '../files/file-address.ts';
import { frameOf } from './frame-of.ts';

/** Tries, and the pause between two of them, in ms: the network may be away for a moment. */
const tries = 3;
const pauseMs = 2000;

/** As good as it may be: what is too large for the server is made less fine, not smaller. */
async function jpegOf(frame: HTMLCanvasElement): Promise<Blob> {
  for (const quality of [0.92, 0.8, 0.6, 0.4]) {
    const blob = await new Promise<Blob | null>(resolve => frame.toBlob(resolve, 'image/jpeg', quality));
    if (blob && blob.size <= mostSnapshotBytes) return blob;
  }
  throw new Error('too large');
}

/** Takes the picture once, and sends it until it is there. Rejects where that is not possible. */
export async function takeSnapshot(connection: Connection, url: string | undefined, input: SnapshotInput) {
  const { interactionId, snapshotId: fileId, track } = input;
  const frame = await frameOf(trackBehind(track));
  if (frame.width * frame.height > mostFilePixels) throw new Error('too large');
  const body = await jpegOf(frame);
  const send = async () => {
    const { ticket } = await answerOf(connection, { type: 'file.prepare', interactionId, fileId });
    const headers = { 'content-type': body.type };
    const answer = await fetch(fileAddress(url, ticket), { method: 'POST', body, headers, credentials: 'omit' });
    if (!answer.ok) throw new Error(`refused: ${answer.status}`);
  };
  for (let n = 1; ; n += 1) {
    try {
      return await send();
    } catch (error) {
      if (n === tries) throw error;
      await new Promise(resolve => setTimeout(resolve, pauseMs));
    }
  }
}
