const parts = {
  chat: () => import('./define-chat.ts'),
  fallback: () => import('./define-fallback.ts'),
  start: () => import('../call/define-call-start.ts'),
  call: () => import('../call/define-call.ts'),
  video: () => import('./define-video.ts'),
  after: () => import('../after/define.ts'),
};
export type Parts = keyof typeof parts;

const loaded = new Set<Parts>();

/**
 * Brings the elements that are needed next: true when they have come just now. A customer's page loads those of a chat
 * when one is opened, those of what there is instead where that is needed, the way into a call when there can be one, those
 * of a call with its first call, or for who waits for one, and what there is when all is over; until then their tags stand there empty.
 */
export async function loadParts(which: Parts): Promise<boolean> {
  if (loaded.has(which)) return false;
  loaded.add(which);
  try {
    await parts[which]();
    return true;
  } catch {
    // The network failed. It is needed for what comes next anyhow, so this is tried again when that moves.
    loaded.delete(which);
    return false;
  }
}
