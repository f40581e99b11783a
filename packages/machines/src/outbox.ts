import type { CommandId, Failure, Wish } from '@eyeline/protocol';

/** Wishes that must be carried out once, however often the line breaks: those of a conversation that carry an id. */
export type DurableWish = Wish<
  'message.send' | 'call.propose' | 'call.accept' | 'call.decline' | 'call.end' | 'interaction.end'
>;

/** A durable wish without an answer yet; `failure` where the answer was no and a person may try again. */
export interface OutboxEntry {
  readonly wish: DurableWish;
  readonly failure: Failure | null;
}

/** In the order in which they were wished; sent again in that order whenever the line is back. */
export type Outbox = readonly OutboxEntry[];

const durable: readonly string[] = [
  'message.send',
  'call.propose',
  'call.accept',
  'call.decline',
  'call.end',
  'interaction.end',
] satisfies DurableWish['type'][];

export const isDurable = (wish: Wish): wish is DurableWish => durable.includes(wish.type);

export const put = (outbox: Outbox, wish: DurableWish): Outbox => [...outbox, { wish, failure: null }];

export const take = (outbox: Outbox, commandId: CommandId): Outbox =>
  outbox.filter(entry => entry.wish.commandId !== commandId);

/** Only a message is kept when it was refused, so that it is not lost to the one who wrote it. */
export const refuse = (outbox: Outbox, commandId: CommandId, failure: Failure): Outbox =>
  outbox.flatMap(entry =>
    entry.wish.commandId !== commandId ? [entry] : entry.wish.type === 'message.send' ? [{ ...entry, failure }] : [],
  );

export const retry = (outbox: Outbox, commandId: CommandId): Outbox =>
  outbox.map(entry => (entry.wish.commandId === commandId ? { ...entry, failure: null } : entry));

/** What is to be sent when the line is back. */
export const unanswered = (outbox: Outbox): readonly DurableWish[] =>
  outbox.filter(entry => !entry.failure).map(entry => entry.wish);
