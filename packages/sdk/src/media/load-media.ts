import type { MediaPath } from '@eyeline/protocol';
import type { Connect } from './media-link.ts';

const chunks: Record<MediaPath, () => Promise<Connect>> = {
  p2p: async () => (await import('./p2p.ts')).connectP2p,
  sfu: async () => (await import('./sfu.ts')).connectSfu,
};

const loading = new Map<MediaPath, Promise<Connect>>();

/** The code of a media path; only a page that comes to a call loads it, and only the one that it needs. */
export function loadMedia(path: MediaPath): Promise<Connect> {
  const known = loading.get(path);
  if (known) return known;
  const connect = chunks[path]();
  loading.set(path, connect);
  // Where the network failed, the next call tries again.
  connect.catch(() => loading.delete(path));
  return connect;
}
