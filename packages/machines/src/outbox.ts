import type { Command, CommandId, Failure } from '@eyeline/protocol';

/** Commands that must be carried out once, however often the connection breaks: those of a conversation that carry an id. */
export type DurableCommand = Command<
  | 'message.send'
  | 'call.propose'
  | 'call.accept'
  | 'call.decline'
  | 'call.end'
  | 'call.switch'
  | 'call.change-kind'
  | 'call.keep-kind'
  | 'call.hold'
  | 'call.renew'
  | 'call.rejoin'
  | 'fallback.take'
  | 'interaction.end'
  | 'survey.answer'
  | 'transcript.send'
  | 'file.offer'
  | 'file.answer'
>;

/** A durable command without an answer yet. */
export interface OutboxEntry {
  readonly command: DurableCommand;
  /** Sent on the connection as it is now; an answer may come. */
  readonly isAsked: boolean;
  /** The answer was no, and a person may try again. */
  readonly failure: Failure | null;
}

/** In the order in which they were asked for; sent again in that order whenever the connection is back. */
export type Outbox = readonly OutboxEntry[];

/** These end with the page: they say what it shows, and the next one comes into the call by itself. */
const ofThePage: readonly string[] = [
  'call.propose',
  'call.accept',
  'call.switch',
  'call.change-kind',
  'call.keep-kind',
  'call.hold',
  'call.renew',
  'call.rejoin',
  'survey.answer',
  'transcript.send',
  'file.offer',
  'file.answer',
] satisfies DurableCommand['type'][];

const outlivingTypes: readonly string[] = [
  'message.send',
  'call.decline',
  'call.end',
  'fallback.take',
  'interaction.end',
] satisfies DurableCommand['type'][];

/** What a reload of the page must not lose. */
export const outliving = (outbox: Outbox): Outbox =>
  outbox.filter(({ command }) => outlivingTypes.includes(command.type));

export const isDurable = (command: Command): command is DurableCommand =>
  [...ofThePage, ...outlivingTypes].includes(command.type);

export const put = (outbox: Outbox, command: DurableCommand): Outbox => [
  ...outbox,
  { command, isAsked: false, failure: null },
];

export const take = (outbox: Outbox, commandId: CommandId): Outbox =>
  outbox.filter(entry => entry.command.commandId !== commandId);

/** Only a message is kept when it was refused, so that it is not lost to the one who wrote it. */
export const refuse = (outbox: Outbox, commandId: CommandId, failure: Failure): Outbox =>
  outbox.flatMap(entry =>
    entry.command.commandId !== commandId
      ? [entry]
      : entry.command.type === 'message.send'
        ? [{ ...entry, isAsked: false, failure }]
        : [],
  );

export const retry = (outbox: Outbox, commandId: CommandId): Outbox =>
  outbox.map(entry => (entry.command.commandId === commandId ? { ...entry, failure: null } : entry));

/** No answer will come to it any more. */
export const lose = (outbox: Outbox, commandId: CommandId): Outbox =>
  outbox.map(entry => (entry.command.commandId === commandId ? { ...entry, isAsked: false } : entry));

/** The connection broke: no answer will come to anything. */
export const loseAll = (outbox: Outbox): Outbox => outbox.map(entry => ({ ...entry, isAsked: false }));

/** What is to be sent now, in its order. */
export const unasked = (outbox: Outbox): readonly DurableCommand[] =>
  outbox.filter(entry => !entry.failure && !entry.isAsked).map(entry => entry.command);

/** All of that was sent. */
export const askAll = (outbox: Outbox): Outbox =>
  outbox.map(entry => (entry.failure ? entry : { ...entry, isAsked: true }));
