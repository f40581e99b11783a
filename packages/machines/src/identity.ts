import type { CallId, CommandId } from '@eyeline/protocol';

/** Port: where new ids come from. Each call gives one that nobody can guess (a UUID). */
export interface IdSource {
  commandId(): CommandId;
  callId(): CallId;
}
