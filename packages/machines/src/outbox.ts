import type { CommandId, Failure, Wish } from '@eyeline/protocol';

/** Wishes that must be carried out once, however often the line breaks: those of a conversation that carry an id. */
export type DurableWish = Wish<
  'message.send' | 'call.propose' | 'call.accept' | 'call.decline' | 'call.end' | 'ladder.take' | 'interaction.end'
>;

/** A durable wish without an answer yet. */
export interface OutboxEntry {
  readonly wish: DurableWish;
  /** Sent on the line as it is now; an answer may come. */
  readonly isAsked: boolean;
  /** The answer was no, and a person may try again. */
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
  'ladder.take',
  'interaction.end',
] satisfies DurableWish['type'][];

/** These end with the page: its camera is off, and a camera is asked for only by a click. */
const ofThePage: readonly string[] = ['call.propose', 'call.accept'] satisfies DurableWish['type'][];

/** What a reload of the page must not lose. */
export const outliving = (outbox: Outbox): Outbox => outbox.filter(({ wish }) => !ofThePage.includes(wish.type));

export const isDurable = (wish: Wish): wish is DurableWish => durable.includes(wish.type);

export const put = (outbox: Outbox, wish: DurableWish): Outbox => [...outbox, { wish, isAsked: false, failure: null }];

export const take = (outbox: Outbox, commandId: CommandId): Outbox =>
  outbox.filter(entry => entry.wish.commandId !== commandId);

/** Only a message is kept when it was refused, so that it is not lost to the one who wrote it. */
export const refuse = (outbox: Outbox, commandId: CommandId, failure: Failure): Outbox =>
  outbox.flatMap(entry =>
    entry.wish.commandId !== commandId
      ? [entry]
      : entry.wish.type === 'message.send'
        ? [{ ...entry, isAsked: false, failure }]
        : [],
  );

export const retry = (outbox: Outbox, commandId: CommandId): Outbox =>
  outbox.map(entry => (entry.wish.commandId === commandId ? { ...entry, failure: null } : entry));

/** No answer will come to it any more. */
export const lose = (outbox: Outbox, commandId: CommandId): Outbox =>
  outbox.map(entry => (entry.wish.commandId === commandId ? { ...entry, isAsked: false } : entry));

/** The line broke: no answer will come to anything. */
export const loseAll = (outbox: Outbox): Outbox => outbox.map(entry => ({ ...entry, isAsked: false }));

/** What is to be sent now, in its order. */
export const unasked = (outbox: Outbox): readonly DurableWish[] =>
  outbox.filter(entry => !entry.failure && !entry.isAsked).map(entry => entry.wish);

/** All of that was sent. */
export const askAll = (outbox: Outbox): Outbox =>
  outbox.map(entry => (entry.failure ? entry : { ...entry, isAsked: true }));
