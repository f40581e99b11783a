import type { CustomerActor } from '@eyeline/machines';
import type { TabStore } from '../tab-store.ts';
import { joined } from './joined.ts';

type Visit = ReturnType<CustomerActor['getSnapshot']>;

/** As the conversation itself knows it: the visit hears of it a moment later. */
function interactionOf({ children }: Visit) {
  const { conversation } = children;
  return conversation?.getSnapshot().context.interaction;
}

/**
 * The tabs of a site have one conversation: what is begun or left in one of them is so in the others. Loaded where there is one.
 */
export function shareVisit(actor: CustomerActor, tab: TabStore, site: TabStore) {
  const unjoined = () => (tab.read() === null ? site.read() : null);
  /** Another tab has it open, or left it; this one has no part in it yet. */
  let found = unjoined();
  let isFree = false;
  const look = (visit: Visit) => {
    const { token, opening } = visit.context;
    // Another tab may have gone on already.
    if (!token && !opening && !isFree) queueMicrotask(takeUp);
    isFree = !token;
    const interaction = interactionOf(visit);
    if (!interaction?.lastSeq) return;
    if (!interaction.closed) {
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
    const { token: own, opening } = actor.getSnapshot().context;
    if (!token || own || opening) return;
    found = token;
    actor.send({ type: 'take-up', token });
  };
  actor.subscribe(look);
  look(actor.getSnapshot());
  return (token: string | null): void => {
    if (token) takeUp();
    else if (!interactionOf(actor.getSnapshot())?.closed) actor.send({ type: 'start-over' });
  };
}
