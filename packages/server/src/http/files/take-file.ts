import { mostFilePixels, mostSnapshotBytes, type SharedFile } from '@eyeline/protocol';
import { fileName } from '../../interaction/files/file-name.ts';
import { mediaTypes } from '../../interaction/files/media-types.ts';
import { type Allowed, requireUpload, sharedBefore } from '../../interaction/files/upload.ts';
import { Refusal } from '../../people/refusal.ts';
import type { FileTicket } from '../../people/tokens.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { pictureSize } from './picture-size.ts';
import { isClean } from './scanner.ts';
import { sniff } from './sniff.ts';

/** @throws Refusal `file-too-large` */
export function requireLength(
  bytes: number,
  { rules, offeredBytes = Number.POSITIVE_INFINITY }: Omit<Allowed, 'log'>,
): void {
  const most = Math.min(rules?.maxBytes ?? mostSnapshotBytes, offeredBytes);
  if (bytes > most) throw new Refusal('file-too-large', apiSentences.fileTooLarge(most));
}

/** A file that has come becomes a message: only when it was looked at, and is stored. */
export async function takeFile(rooms: HttpRooms, ticket: FileTicket, content: Uint8Array): Promise<void> {
  const { interactionId, fileId, participantId } = ticket;
  if (sharedBefore(rooms, ticket)) return;
  const allowed = requireUpload(rooms, ticket);
  requireLength(content.length, allowed);
  const file = await foundIn(content, ticket, allowed);
  const scanned = await requireClean(rooms, content);
  const { mediaType = 'image/jpeg' } = file;
  await rooms.files.add({ interactionId, fileId, mediaType, at: rooms.interaction.now(), content });
  try {
    await rooms.interaction.change(change => {
      // Meanwhile the conversation may have ended, or the call.
      const { log } = requireUpload(rooms, ticket);
      change.append(log, { type: 'file.shared', participantId, file, ...(scanned && { scanned }) });
    });
  } catch (error) {
    await rooms.files.drop(interactionId, fileId);
    throw error;
  }
  await rooms.files.keep(interactionId, fileId);
}

async function foundIn(content: Uint8Array, ticket: FileTicket, { rules }: Allowed): Promise<SharedFile> {
  const { fileId, name } = ticket;
  const bytes = content.length;
  const mediaType = (await sniff(content)) ?? '';
  const size = mediaTypes.get(mediaType)?.isDrawn ? pictureSize(content, mediaType) : null;
  const pixels = size ? size.width * size.height : 0;
  const drawn = size && pixels > 0 && pixels <= mostFilePixels ? size : null;
  if (!rules || name === undefined) {
    if (!drawn || mediaType !== 'image/jpeg') throw new Refusal('invalid-payload', apiSentences.notPicture);
    return { fileId, ...drawn, bytes };
  }
  const { kind } = mediaTypes.get(mediaType) ?? {};
  if (bytes === 0 || !kind || !rules.kinds.includes(kind))
    throw new Refusal('file-not-taken', apiSentences.fileNotTaken(rules.kinds));
  return { fileId, name: fileName(name, mediaType), mediaType, ...drawn, bytes };
}

/** Whether somebody has looked at it. @throws Refusal `file-unsafe`; `server-busy` where nobody can say */
export async function requireClean({ settings, log }: HttpRooms, content: Uint8Array): Promise<boolean> {
  const { scanner } = settings.config.files;
  if (!scanner) return false;
  const isGood = await isClean(content, scanner).catch((error: unknown) => {
    log.error({ err: error }, 'The virus scanner gave no verdict: the file was refused.');
    throw new Refusal('server-busy', apiSentences.notScanned, scanner.timeoutMs);
  });
  if (!isGood) throw new Refusal('file-unsafe');
  return true;
}
