import type { Fact, ParticipantId } from '@eyeline/protocol';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import type { Turn } from './bot.ts';

/** What a bot is reminded of: so many messages, of so many characters in all. */
const mostTurns = 40;
const mostCharacters = 20_000;

export interface Pending {
  /** What the customer has said since the bot did. */
  readonly messages: readonly Fact<'message.sent'>[];
  readonly turns: readonly Turn[];
  readonly isFirst: boolean;
}

/** What there is for a bot to answer. `handledSeq`: up to there it has, if with nothing. O(facts). */
export function pendingFor(log: InteractionLog, bot: ParticipantId, handledSeq: number): Pending {
  const said = log.storedAfter(0).filter(fact => fact.type === 'message.sent');
  const lastOwn = said.findLastIndex(({ participantId }) => participantId === bot);
  const turns: Turn[] = [];
  let room = mostCharacters;
  for (const { participantId, text: whole, content } of said.slice(-mostTurns).reverse()) {
    // Without the choices that were given.
    const text = content?.kind === 'quick-replies' ? content.text : whole;
    room -= text.length;
    if (room < 0 && turns.length > 0) break;
    turns.unshift({ by: participantId === bot ? 'bot' : 'customer', text });
  }
  return {
    messages: said.slice(lastOwn + 1).filter(({ seq }) => seq > handledSeq),
    turns,
    isFirst: lastOwn < 0,
  };
}
