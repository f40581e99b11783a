import type { CustomerActor } from '@eyeline/machines';
import { joined, type VisitStore } from './visit-store.ts';

/**
 * The tabs of a site have one conversation: what is begun or left in one of them is so in the others. Loaded where there is one.
 */
export function shareVisit(actor: CustomerActor, { tab, site }: VisitStore) {
  const unjoined = () => (tab.read() === null ? site.read() : null);
  /** Another tab has it open, or left it; this one has no part in it yet. */
  let found = unjoined();
  let isFree = false;
  const look = (visit: ReturnType<CustomerActor['getSnapshot']>) => {
    const { token, opening } = visit.context;
    const { conversation } = visit.children;
    // Another tab may have gone on already.
    if (!token && !opening && !isFree) queueMicrotask(takeUp);
    isFree = !token;
    if (!conversation?.getSnapshot().context.interaction.lastSeq) return;
    if (!visit.matches({ serving: 'ended' })) {
      found = null;
      if (tab.read() === null) tab.write(joined);
    }
    // Left behind by somebody who is gone.
    else if (token && token === found) actor.send({ type: 'start-over' });
    // It stays to be read here.
    else tab.write(token);
  };
  const takeUp = () => {
    const token = unjoined();
    if (!token || actor.getSnapshot().context.token) return;
    found = token;
    actor.send({ type: 'take-up', token });
  };
  actor.subscribe(look);
  look(actor.getSnapshot());
  return (token: string | null): void => {
    if (token) takeUp();
    else if (!actor.getSnapshot().matches({ serving: 'ended' })) actor.send({ type: 'start-over' });
  };
}
