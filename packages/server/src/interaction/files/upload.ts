import type { FileRules, ParticipantId, SharedFile } from '@eyeline/protocol';
import { Refusal } from '../../people/refusal.ts';
import type { FileTicket } from '../../people/tokens.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import type { InteractionLog } from '../interaction-log.ts';
import type { InteractionRooms } from '../interaction-port.ts';

type Upload = Pick<FileTicket, 'interactionId' | 'participantId' | 'fileId' | 'name'>;

/** Where a file may go. */
export interface Allowed {
  readonly log: InteractionLog;
  /** Null for a snapshot of a call. */
  readonly rules: FileRules | null;
  /** How long it may be, where it was offered first. */
  readonly offeredBytes?: number | undefined;
}

/** The file of that id in a conversation. */
export const fileIn = (log: InteractionLog | undefined, fileId: string): SharedFile | undefined =>
  log?.files.find(({ file }) => file.fileId === fileId)?.file;

/** Whether the file is in the conversation already: it was sent twice. */
export function sharedBefore({ interaction }: InteractionRooms, upload: Upload): boolean {
  const files = interaction.logs.get(upload.interactionId)?.files ?? [];
  return files.some(one => one.file.fileId === upload.fileId && one.participantId === upload.participantId);
}

/** @throws Refusal unless this may be sent now, and there is room for it */
export function requireUpload(rooms: InteractionRooms, upload: Upload): Allowed {
  const { interactionId, participantId, fileId, name } = upload;
  const log = rooms.interaction.logs.get(interactionId);
  if (!log || log.participant(participantId)?.presence === 'left') throw new Refusal('not-allowed');
  const rules = name === undefined ? null : rulesOf(rooms, log);
  const { snapshot } = log.interaction.call ?? {};
  if (!rules) {
    const isAllowed = snapshot?.state === 'allowed' && snapshot.picture.participantId === participantId;
    if (log.isClosed || !isAllowed || snapshot.snapshotId !== fileId)
      throw new Refusal('not-allowed', apiSentences.snapshotNotAllowed);
  }
  if (log.isClosed) throw new Refusal('interaction-closed');
  // An id is that of one message.
  if (log.hasMessage(fileId) || (rules && snapshot?.snapshotId === fileId)) throw new Refusal('not-allowed');
  requireRoom(rooms, log);
  return { log, rules, offeredBytes: rules ? acceptedBytes(rules, log, upload) : undefined };
}

/** @throws Refusal where the conversation holds as much as it may */
export function requireRoom({ settings }: InteractionRooms, { files }: InteractionLog): void {
  const bytes = files.reduce((sum, { file }) => sum + file.bytes, 0);
  const { count, bytes: most } = settings.config.files.perConversation;
  if (files.length >= count || bytes >= most) throw new Refusal('too-many-requests', apiSentences.tooManyFiles);
}

/** Whether this person's files are offered first. */
export function asksFirst({ askFirst }: FileRules, log: InteractionLog, participantId: ParticipantId): boolean {
  const role = log.participant(participantId)?.role;
  return askFirst.some(one => one === role);
}

/** @throws Refusal where the others were to be asked first, and have not said yes */
function acceptedBytes(rules: FileRules, log: InteractionLog, { fileId, participantId }: Upload): number | undefined {
  if (!asksFirst(rules, log, participantId)) return undefined;
  const offer = log.fileOffers.find(one => one.fileId === fileId && one.participantId === participantId);
  if (offer?.state !== 'accepted') throw new Refusal('not-allowed', apiSentences.fileNotAccepted);
  return offer.bytes;
}

/** @throws Refusal `not-offered` where the entry point takes no files */
export function rulesOf({ settings }: InteractionRooms, { interaction: { entryPointId } }: InteractionLog): FileRules {
  const files = entryPointId === null ? undefined : settings.siteEntryPoint(entryPointId)?.files;
  if (!files) throw new Refusal('not-offered', apiSentences.noFilesHere);
  return files;
}
