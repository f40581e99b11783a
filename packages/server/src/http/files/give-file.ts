import type { FastifyReply } from 'fastify';
import { mediaTypes } from '../../interaction/files/media-types.ts';
import { fileIn } from '../../interaction/files/upload.ts';
import { Refusal } from '../../people/refusal.ts';
import type { FileTicket } from '../../people/tokens.ts';
import { StoreUnavailable } from '../../store/store-unavailable.ts';
import type { HttpRooms } from '../http-rooms.ts';
import { requireClean } from './take-file.ts';

/** RFC 8187, with a name for those that know nothing of it. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const coded = encodeURIComponent(name).replace(/[!'()*]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}

/** To who has a ticket for it. Whatever is in it, a browser runs nothing of it, and shows nothing but pictures. */
export async function giveFile(reply: FastifyReply, rooms: HttpRooms, { interactionId, fileId }: FileTicket) {
  const log = await rooms.interaction.logs.find(interactionId, rooms.interaction.now());
  const file = fileIn(log, fileId);
  const content = file && (await rooms.files.load(interactionId, fileId));
  if (!log || !file || !content) throw new Refusal('target-gone');
  // Another content than the one that was looked at is given to nobody.
  if (content.length !== file.bytes) throw new StoreUnavailable('the file is another one than was stored');
  const shared = log.storedAfter(0).find(fact => fact.type === 'file.shared' && fact.file.fileId === fileId);
  // From before there was a scanner.
  if (shared?.type !== 'file.shared' || !shared.scanned) await requireClean(rooms, content);
  const { name = 'snapshot.jpg', mediaType = 'image/jpeg' } = file;
  return reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', attachment(name))
    .type(mediaTypes.get(mediaType)?.isDrawn ? mediaType : 'application/octet-stream')
    .send(Buffer.from(content));
}
