import type { CustomerActor } from '@eyeline/machines';
import type { SnapshotFrom } from 'xstate';

/**
 * Has a tab go on with what another tab of the site has begun. `shared`: what it goes on with already; it becomes the tab's own
 * when the conversation turns out to be open. One that is over is nobody's to read who was not there.
 */
export function followSite(
  actor: CustomerActor,
  key: string,
  shared: string | null,
  own: (token: string) => unknown,
): void {
  let pending = shared;
  const take = ({ key: changed, newValue: token }: StorageEvent) => {
    if (changed !== key || !token) return;
    pending = token;
    actor.send({ type: 'take-up', token });
  };
  const look = ({ children: { conversation }, context }: SnapshotFrom<CustomerActor>) => {
    const { lastSeq, closed } = conversation?.getSnapshot().context.interaction ?? {};
    if (!pending || !lastSeq || context.token !== pending) return;
    const token = pending;
    pending = null;
    if (closed) actor.send({ type: 'start-over' });
    else own(token);
  };
  look(actor.getSnapshot());
  actor.subscribe({ next: look, complete: () => globalThis.removeEventListener?.('storage', take) });
  globalThis.addEventListener?.('storage', take);
}
