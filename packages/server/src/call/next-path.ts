import type { Call, Fact, MediaPath } from '@eyeline/protocol';

/** Losses that lie further back than this say nothing of the path any more, in ms. */
const memoryMs = 60_000;

/**
 * Which way a call's media begins anew when nothing came through. Where peer to peer failed twice in a row, the SFU may be
 * reached by both.
 */
export function nextPath(call: Call, facts: readonly Fact[], isSfuReady: boolean, now: number): MediaPath {
  if (call.media === 'sfu') return 'sfu';
  const losses = facts.filter(
    fact =>
      fact.type === 'call.renewed' && fact.callId === call.callId && fact.reason === 'lost' && fact.at > now - memoryMs,
  );
  return losses.length > 0 && isSfuReady ? 'sfu' : 'p2p';
}
