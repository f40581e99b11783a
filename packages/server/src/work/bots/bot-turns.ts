import type { Fact, FormField, ParticipantId } from '@eyeline/protocol';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import type { Turn } from './bot.ts';

/** What a bot is reminded of: so many messages, of so many characters in all. */
const mostTurns = 40;
const mostCharacters = 20_000;

export interface Pending {
  /** What the customer asked in the form, where the bot has said nothing yet; else empty. */
  readonly question: string;
  /** What the customer has said since the bot did. */
  readonly messages: readonly Fact<'message.sent'>[];
  readonly turns: readonly Turn[];
  readonly isFirst: boolean;
}

/** What the customer has written into the form: the pages show it as the first words. */
function questionIn({ interaction: { form: values } }: InteractionLog, form: readonly FormField[]): string {
  const field = form.find(({ type }) => type === 'textarea');
  return field && Object.hasOwn(values, field.name) ? (values[field.name] ?? '') : '';
}

interface Reading {
  readonly log: InteractionLog;
  readonly bot: ParticipantId;
  /** Up to there it has answered, if with nothing. */
  readonly handledSeq: number;
  readonly form: readonly FormField[];
}

/** What there is for a bot to answer. O(facts). */
export function pendingFor({ log, bot, handledSeq, form }: Reading): Pending {
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
  const isFirst = lastOwn < 0;
  const question = questionIn(log, form);
  if (question !== '' && said.length < mostTurns) turns.unshift({ by: 'customer', text: question });
  return {
    question: isFirst && handledSeq === 0 ? question : '',
    messages: said.slice(lastOwn + 1).filter(({ seq }) => seq > handledSeq),
    turns,
    isFirst,
  };
}
