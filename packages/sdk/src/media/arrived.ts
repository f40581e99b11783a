/** What has come of one track since its path began. */
export interface Arrived {
  readonly frames: number;
  readonly packets: number;
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** By the id of the track: the `inbound-rtp` entries among the browser's statistics (W3C webrtc-stats, section 6.3). */
export function arrivedByTrack(entries: Iterable<unknown>): ReadonlyMap<string, Arrived> {
  const found = new Map<string, Arrived>();
  for (const entry of entries) {
    if (typeof entry !== 'object' || entry === null || !('type' in entry) || entry.type !== 'inbound-rtp') continue;
    if (!('trackIdentifier' in entry)) continue;
    const id = String(entry.trackIdentifier);
    const before = found.get(id) ?? { frames: 0, packets: 0 };
    found.set(id, {
      frames: before.frames + ('framesDecoded' in entry ? count(entry.framesDecoded) : 0),
      packets: before.packets + ('packetsReceived' in entry ? count(entry.packetsReceived) : 0),
    });
  }
  return found;
}
