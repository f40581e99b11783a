import type { Command, Reply } from '@eyeline/protocol';
import type { Done, Failed } from '../outcome.ts';

/** A reply as the signaling port reports it. */
export function outcomeOf(command: Command, reply: Reply<unknown>): Done | Failed {
  const outcome = reply.ok
    ? { type: `done.${command.type}`, command, value: reply.value }
    : { type: `failed.${command.type}`, command, error: reply.error };
  return outcome as Done | Failed;
}
