import type { MediaEvent, MediaInput, MediaReport } from '@eyeline/machines';
import type { Connection } from '../connection/connection.ts';

/** Between one call and what carries its media. */
export interface MediaLink {
  readonly input: MediaInput;
  readonly connection: Connection;
  readonly stream: MediaStream;
  report(report: MediaReport): void;
}

/** One call's media on its way. It hears what the other side and the server say of it. */
export interface MediaConnection {
  take(event: MediaEvent): void;
  /** Closes the connection; the local tracks are not its own and stay as they are. */
  close(): void;
}

/** What the chunk of a media path exports. */
export type Connect = (link: MediaLink) => MediaConnection;
