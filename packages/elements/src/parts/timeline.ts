import type { ConversationContext } from '@eyeline/machines';
import type { Interaction, Message, Milestone, ParticipantId, Wish } from '@eyeline/protocol';
import { startOfDay } from './moment.ts';

type OutboxMessage = {
  readonly wish: Wish<'message.send'>;
  readonly failure: ConversationContext['outbox'][number]['failure'];
};

/** Messages of one participant that belong together. */
export interface MessageGroup {
  readonly kind: 'group';
  readonly key: string;
  readonly participantId: ParticipantId;
  readonly isOwn: boolean;
  /** The participant's name; empty for one whose joining is not known. */
  readonly name: string;
  readonly at: number;
  readonly messages: readonly Message[];
}

/** What stands in the conversation, from the top down. */
export type TimelineLine =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | MessageGroup
  | { readonly kind: 'milestone'; readonly key: string; readonly milestone: Milestone }
  | { readonly kind: 'unsent'; readonly key: string; readonly messages: readonly OutboxMessage[] };

/** Messages further apart than this do not stand in one group, in ms. */
const groupSpan = 5 * 60_000;

/** The log of a conversation as lines: day over day, messages grouped, what was not sent yet at the end. */
export function timelineOf({ interaction, outbox, participantId }: ConversationContext): TimelineLine[] {
  const lines: TimelineLine[] = [];
  let day = Number.NaN;
  for (const entry of inOrder(interaction)) {
    if (startOfDay(entry.at) !== day) {
      day = startOfDay(entry.at);
      lines.push({ kind: 'day', key: `day-${day}`, at: entry.at });
    }
    if ('kind' in entry) {
      lines.push({ kind: 'milestone', key: `milestone-${entry.seq}`, milestone: entry });
      continue;
    }
    const last = lines.at(-1);
    if (last?.kind === 'group' && belongs(last, entry)) {
      lines[lines.length - 1] = { ...last, messages: [...last.messages, entry] };
      continue;
    }
    lines.push({
      kind: 'group',
      key: `group-${entry.messageId}`,
      participantId: entry.participantId,
      isOwn: entry.participantId === participantId,
      name: interaction.participants.find(one => one.participantId === entry.participantId)?.name ?? '',
      at: entry.at,
      messages: [entry],
    });
  }
  const unsent = outbox.flatMap(({ wish, failure }) => (wish.type === 'message.send' ? [{ wish, failure }] : []));
  if (unsent.length > 0) lines.push({ kind: 'unsent', key: 'unsent', messages: unsent });
  return lines;
}

function belongs({ participantId, messages }: MessageGroup, message: Message): boolean {
  const last = messages.at(-1);
  return last !== undefined && participantId === message.participantId && message.at - last.at < groupSpan;
}

/** Messages and milestones by their place in the log: both are in order already. */
function inOrder({ messages, milestones }: Interaction): (Message | Milestone)[] {
  return [...messages, ...milestones].sort((one, other) => one.seq - other.seq);
}
