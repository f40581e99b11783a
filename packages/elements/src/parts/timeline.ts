import type { ConversationContext } from '@eyeline/machines';
import type { Command, Interaction, Message, Milestone, Participant, ParticipantId } from '@eyeline/protocol';
import { chat } from '../sentences/chat.ts';
import { startOfDay } from './moment.ts';
import type { RequestLine } from './request.ts';

type OutboxMessage = {
  readonly command: Command<'message.send'>;
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
export type TimelineEntry =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | RequestLine
  | MessageGroup
  | { readonly kind: 'milestone'; readonly key: string; readonly milestone: Milestone }
  | { readonly kind: 'unsent'; readonly key: string; readonly messages: readonly OutboxMessage[] };

/** Messages further apart than this do not stand in one group, in ms. */
const groupSpan = 5 * 60_000;

/** So that a group is never more to draw than this, however long somebody goes on. */
const groupLength = 50;

/**
 * The log of a conversation as lines: day over day, messages grouped, what was not sent yet at the end. The log grows at
 * its end and nowhere else, so only what was added is looked at: every other line stays the same object.
 */
export class Timeline {
  #entries: TimelineEntry[] = [];
  #day = Number.NaN;
  #messages = 0;
  #milestones = 0;
  #last: { readonly message?: Message | undefined; readonly milestone?: Milestone | undefined } = {};
  /** Who is who in the lines: with another reader or another name they are other lines. */
  #people = '';

  entriesOf({ interaction, outbox, participantId }: ConversationContext): readonly TimelineEntry[] {
    const people = [participantId, ...interaction.participants.flatMap(one => [one.participantId, one.name])].join(
      '\n',
    );
    const before = people !== this.#people || !this.#isGrown(interaction) ? this.#begin(people) : null;
    for (const entry of this.#added(interaction)) this.#append(entry, interaction, participantId);
    if (before) this.#takeOver(before);
    const unsent = outbox.flatMap(({ command, failure }) =>
      command.type === 'message.send' ? [{ command, failure }] : [],
    );
    return unsent.length > 0
      ? [...this.#entries, { kind: 'unsent', key: 'unsent', messages: unsent }]
      : [...this.#entries];
  }

  /** Does the log still begin with what the lines were made of? */
  #isGrown({ messages, milestones }: Interaction): boolean {
    return (
      messages[this.#messages - 1] === this.#last.message && milestones[this.#milestones - 1] === this.#last.milestone
    );
  }

  /** Returns the lines of before. */
  #begin(people: string): readonly TimelineEntry[] {
    const before = this.#entries;
    this.#entries = [];
    this.#day = Number.NaN;
    this.#messages = 0;
    this.#milestones = 0;
    this.#last = {};
    this.#people = people;
    return before;
  }

  /** What somebody who joins changes nothing of stays what it was. */
  #takeOver(before: readonly TimelineEntry[]): void {
    const known = new Map(before.map(entry => [entry.key, entry]));
    this.#entries = this.#entries.map(entry => {
      const old = known.get(entry.key);
      return old && isSameGroup(old, entry) ? old : entry;
    });
  }

  /** What was not looked at yet, by its place in the log. Both lists are in order already. */
  *#added({ messages, milestones }: Interaction): Generator<Message | Milestone> {
    for (;;) {
      const message = messages[this.#messages];
      const milestone = milestones[this.#milestones];
      if (message && (!milestone || message.seq < milestone.seq)) {
        this.#messages++;
        this.#last = { ...this.#last, message };
        yield message;
      } else if (milestone) {
        this.#milestones++;
        this.#last = { ...this.#last, milestone };
        yield milestone;
      } else return;
    }
  }

  #append(entry: Message | Milestone, { participants }: Interaction, own: ParticipantId): void {
    const day = startOfDay(entry.at);
    if (day !== this.#day) this.#entries.push({ kind: 'day', key: `day-${entry.seq}`, at: entry.at });
    this.#day = day;
    if ('kind' in entry) {
      this.#entries.push({ kind: 'milestone', key: `milestone-${entry.seq}`, milestone: entry });
      return;
    }
    const last = this.#entries.at(-1);
    if (last?.kind === 'group' && belongs(last, entry)) {
      this.#entries[this.#entries.length - 1] = { ...last, messages: [...last.messages, entry] };
      return;
    }
    const { participantId } = entry;
    this.#entries.push({
      kind: 'group',
      key: `group-${entry.messageId}`,
      participantId,
      isOwn: participantId === own,
      name: nameOf(participants.find(one => one.participantId === participantId)),
      at: entry.at,
      messages: [entry],
    });
  }
}

const nameOf = (one: Participant | undefined): string => (one?.bot ? chat.bot(one.name) : (one?.name ?? ''));

const isSameGroup = (one: TimelineEntry, other: TimelineEntry): boolean =>
  one.kind === 'group' &&
  other.kind === 'group' &&
  one.isOwn === other.isOwn &&
  one.name === other.name &&
  one.messages.length === other.messages.length &&
  one.messages.every((message, index) => message === other.messages[index]);

function belongs({ participantId, messages }: MessageGroup, message: Message): boolean {
  const last = messages.at(-1);
  const isNear = last !== undefined && message.at - last.at < groupSpan;
  return isNear && participantId === message.participantId && messages.length < groupLength;
}
