import type { MediaPath } from '@eyeline/protocol';
import type { OpenPath } from './path.ts';

const chunks: Record<MediaPath, () => Promise<OpenPath>> = {
  p2p: async () => (await import('./p2p-path.ts')).openP2pPath,
  sfu: async () => (await import('./sfu-path.ts')).openSfuPath,
};

const loading = new Map<MediaPath, Promise<OpenPath>>();

/** The code of a media path; only a page that comes to a call loads it, and only the one that it needs. */
export function loadMedia(path: MediaPath): Promise<OpenPath> {
  const known = loading.get(path);
  if (known) return known;
  const open = chunks[path]();
  loading.set(path, open);
  // Where the network failed, the next one tries again.
  open.catch(() => loading.delete(path));
  return open;
}
