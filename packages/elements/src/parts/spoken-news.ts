import type { ConversationContext } from '@eyeline/machines';
import type { Message, Milestone } from '@eyeline/protocol';
import { chat } from '../sentences/chat.ts';
import { hiddenAsWords } from './hidden-number.ts';
import { tokensOf } from './message-tokens.ts';
import { milestoneSentence } from './milestone-sentence.ts';

/**
 * What of a conversation is news to somebody who hears it: each message of others once, with who wrote it, and what happened. What
 * was there when it was opened is read, not told; nobody is told what they wrote themselves, nor how far it has come.
 */
export class SpokenNews {
  #interactionId = '';
  #seq = 0;

  /** What is to be said now, a sentence each. */
  next(context: ConversationContext): readonly string[] {
    const { interaction, interactionId } = context;
    const { lastSeq } = interaction;
    const before = this.#seq;
    // Nothing is known of it before its log is there.
    if (lastSeq === 0) return [];
    const isKnown = interactionId === this.#interactionId && before > 0;
    this.#interactionId = interactionId;
    this.#seq = lastSeq;
    if (!isKnown || lastSeq <= before) return [];
    const isNew = ({ seq }: Message | Milestone) => seq > before;
    const news = [...interaction.messages.filter(isNew), ...interaction.milestones.filter(isNew)];
    return news.sort((one, other) => one.seq - other.seq).flatMap(one => this.#sentence(one, context));
  }

  #sentence(one: Message | Milestone, { interaction, participantId }: ConversationContext): string[] {
    const isOwn = one.participantId === participantId;
    // Where one answered, the answer is thanked for.
    if ('kind' in one)
      return isOwn && one.kind === 'surveyed' ? [] : [milestoneSentence(one, interaction, participantId)];
    if (isOwn) return [];
    const name = interaction.participants.find(who => who.participantId === one.participantId)?.name;
    const text = tokensOf(one, () => {}).map(token => token.text);
    return [`${name || chat.somebody}: ${one.file ? one.file.name : hiddenAsWords(text.join(''))}`];
  }
}
