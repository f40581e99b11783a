import { type CommandInput, cutText, MESSAGE_MAX_LENGTH } from '@eyeline/protocol';
import type { BotMessage } from './bot.ts';

type Said = Pick<CommandInput<'message.send'>, 'text' | 'content'>;

/** The choice by which a customer gets a person; those of the bot have other ids. */
export const personChoice = 'person';

/** As many messages a bot says at once, and as many choices it gives. */
const mostMessages = 10;
const mostChoices = 9;
const longestQuestion = 1000;
const longestLabel = 80;

export interface BotWords {
  readonly says: readonly Said[];
  /** What the bot gets for each choice of the last message. */
  readonly values: Readonly<Record<string, string>>;
}

/** A bot's answer as messages. `person`: what the press for a person is called; false: there is none. */
export function wordsOf(messages: readonly BotMessage[], person: string | false): BotWords {
  const values: Record<string, string> = {};
  const filled = messages
    .filter(({ text, choices }) => text.trim() !== '' || choices.length > 0)
    .slice(0, mostMessages);
  const says = filled.flatMap(({ text, choices }, index): Said[] => {
    const isLast = index === filled.length - 1;
    const offered = choices
      .filter(({ label }) => label.trim() !== '')
      .slice(0, mostChoices)
      .map(({ label, value }, place) => {
        const id = `choice-${place + 1}`;
        if (isLast) values[id] = value;
        return { id, label: cutText(label.trim(), longestLabel) };
      });
    const all = isLast && person !== false ? [...offered, { id: personChoice, label: person }] : offered;
    const plain = cutText(text.trim(), MESSAGE_MAX_LENGTH);
    if (all.length === 0) return [{ text: plain }];
    const before = plain.length > longestQuestion ? [{ text: plain }] : [];
    const question = plain === '' || before.length > 0 ? '…' : plain;
    return [...before, { text: question, content: { kind: 'quick-replies', text: question, choices: all } }];
  });
  return { says, values };
}
