const everyMs = 50;

interface Inbound {
  readonly kind: string;
  readonly framesDecoded: number;
  readonly packetsReceived: number;
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** The `inbound-rtp` entries among the browser's statistics (W3C webrtc-stats, section 6.3). */
function inboundOf(entries: Iterable<unknown>): Inbound[] {
  const found: Inbound[] = [];
  for (const entry of entries) {
    if (typeof entry !== 'object' || entry === null || !('type' in entry) || entry.type !== 'inbound-rtp') continue;
    found.push({
      kind: 'kind' in entry ? String(entry.kind) : '',
      framesDecoded: 'framesDecoded' in entry ? count(entry.framesDecoded) : 0,
      packetsReceived: 'packetsReceived' in entry ? count(entry.packetsReceived) : 0,
    });
  }
  return found;
}

/** Does the other side's media really arrive? A decoded frame; where it sends no picture, sound. */
export function isFlowing(entries: Iterable<unknown>): boolean {
  const inbound = inboundOf(entries);
  const video = inbound.filter(({ kind }) => kind === 'video');
  return video.length > 0
    ? video.some(({ framesDecoded }) => framesDecoded > 0)
    : inbound.some(({ packetsReceived }) => packetsReceived > 0);
}

/** Calls `onFlow` once, as soon as media arrives. Returns how to stop looking. */
export function watchFlow(readStats: () => Promise<Iterable<unknown>>, onFlow: () => void): () => void {
  const looking = setInterval(async () => {
    const entries = await readStats().catch(() => []);
    if (!isFlowing(entries) || isOver) return;
    stop();
    onFlow();
  }, everyMs);
  let isOver = false;
  const stop = () => {
    isOver = true;
    clearInterval(looking);
  };
  return stop;
}
