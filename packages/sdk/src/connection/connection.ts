import type { SignalingReport } from '@eyeline/machines';
import type { Command, CommandName, CommandOutput, Reply } from '@eyeline/protocol';

/** The reply to a command, or `lost`: no answer came, and nobody knows whether it was carried out. */
export type Answer<T> = Reply<T> | 'lost';

/** One session's connection with the server, shared by its signaling and the media of its calls. */
export interface Connection {
  /** Keeps the connection open, and opens it again after every break, until it is closed. */
  open(): void;
  /** For good. What was asked and not answered is lost. */
  close(): void;
  /** Hears events from the server and the state of the connection, in their order. Returns how to stop listening. */
  listen(onReport: (report: SignalingReport) => void): () => void;
  /** `answer` is called once, in the order of the events around it; at once with `lost` while the connection is down. */
  ask<N extends CommandName>(command: Command<N>, answer: (answer: Answer<CommandOutput<N>>) => void): void;
}
