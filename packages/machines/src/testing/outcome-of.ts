import type { Reply, Wish } from '@eyeline/protocol';
import type { Done, Failed } from '../outcome.ts';

/** A reply as the signaling hole reports it. */
export function outcomeOf(wish: Wish, reply: Reply<unknown>): Done | Failed {
  const outcome = reply.ok
    ? { type: `done.${wish.type}`, wish, value: reply.value }
    : { type: `failed.${wish.type}`, wish, error: reply.error };
  return outcome as Done | Failed;
}
