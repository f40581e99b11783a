import type { FileRules, SharedFile } from '@eyeline/protocol';
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
  const { files } = log;
  const bytes = files.reduce((sum, { file }) => sum + file.bytes, 0);
  const { count, bytes: most } = rooms.settings.config.files.perConversation;
  if (files.length >= count || bytes >= most) throw new Refusal('too-many-requests', apiSentences.tooManyFiles);
  return { log, rules };
}

/** @throws Refusal `not-offered` where the entry point takes no files */
function rulesOf({ settings }: InteractionRooms, { interaction: { entryPointId } }: InteractionLog): FileRules {
  const files = entryPointId === null ? undefined : settings.siteEntryPoint(entryPointId)?.files;
  if (!files) throw new Refusal('not-offered', apiSentences.noFilesHere);
  return files;
}
