import type { CustomerActor } from '@eyeline/machines';

/**
 * Has a tab go on with what another tab of the site has begun. `shared`: what it goes on with already; it becomes the tab's own
 * when the conversation turns out to be open. One that is over is nobody's to read who was not there. Gives back what ends it.
 */
export function followSite(
  actor: CustomerActor,
  key: string,
  shared: string | null,
  own: (token: string) => unknown,
): () => void {
  let pending = shared;
  const take = ({ key: changed, newValue: token }: StorageEvent) => {
    if (changed !== key || !token) return;
    pending = token;
    actor.send({ type: 'take-up', token });
  };
  actor.subscribe(({ children: { conversation }, context }) => {
    const { lastSeq, closed } = conversation?.getSnapshot().context.interaction ?? {};
    if (!pending || !lastSeq || context.token !== pending) return;
    const token = pending;
    pending = null;
    if (closed) actor.send({ type: 'start-over' });
    else own(token);
  });
  globalThis.addEventListener?.('storage', take);
  return () => globalThis.removeEventListener?.('storage', take);
}
