import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { Refusal } from '../../people/refusal.ts';
import type { FileTicket } from '../../people/tokens.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import type { CallRooms } from '../call-port.ts';

/** What one conversation holds at most. */
const mostFiles = 30;
const mostBytes = 30_000_000;

type Upload = Pick<FileTicket, 'interactionId' | 'participantId' | 'fileId'>;

/** Whether the file is in the conversation already: it was sent twice. */
export function sharedBefore({ interaction }: CallRooms, { interactionId, participantId, fileId }: Upload): boolean {
  const messages = interaction.logs.get(interactionId)?.interaction.messages ?? [];
  return messages.some(one => one.messageId === fileId && one.participantId === participantId);
}

/** @throws Refusal unless who shows the picture has allowed this snapshot of it, and there is room for it */
export function requireUpload(
  { interaction }: CallRooms,
  { interactionId, participantId, fileId }: Upload,
): InteractionLog {
  const log = interaction.logs.get(interactionId);
  const { call, messages } = log?.interaction ?? { messages: [] };
  const { snapshot } = call ?? {};
  const isAllowed =
    snapshot?.snapshotId === fileId && snapshot.state === 'allowed' && snapshot.picture.participantId === participantId;
  if (!log || log.isClosed || !isAllowed) throw new Refusal('not-allowed', apiSentences.snapshotNotAllowed);
  const files = messages.flatMap(({ file }) => file ?? []);
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
  if (files.length >= mostFiles || bytes >= mostBytes)
    throw new Refusal('too-many-requests', apiSentences.tooManyFiles);
  return log;
}
