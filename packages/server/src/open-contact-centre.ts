import { announce } from './announce.ts';
import { closeInteraction, taskOf } from './closing.ts';
import { ContactCentre, type ContactCentreParts } from './contact-centre.ts';
import { retireDisabled, retireIdle } from './directory/retire.ts';
import type { CceDomains } from './domains/cce-domains.ts';
import { Errands } from './errands/errands.ts';
import type { TaskRouting } from './errands/task-routing.ts';
import { follow } from './follow.ts';
import { Lists } from './lists.ts';
import { Presence } from './presence.ts';

export interface OpenContactCentre {
  readonly centre: ContactCentre;
  /** Stores what there is and stops. The store stays open. */
  close(): Promise<void>;
}

/** A contact centre with those who watch over it: it tells whom it concerns, and notices who comes and goes. */
export async function openContactCentre(
  parts: ContactCentreParts & {
    /** CCE's, for queues that it routes. Default: there is none. */
    readonly taskRouting?: TaskRouting | undefined;
    readonly domains?: CceDomains | undefined;
  },
): Promise<OpenContactCentre> {
  const centre = new ContactCentre(parts);
  const presence = new Presence(centre);
  const lists = new Lists(centre);
  const errands = new Errands(centre, parts.taskRouting);
  await centre.restore({
    follow: (change, effect) => follow(centre, change, effect),
    decided: effects => {
      announce(centre, effects);
      lists.decided(effects);
      centre.decisions.tell(effects);
      retireIdle(centre, effects);
      errands.decided(effects);
      parts.domains?.decided(effects);
    },
    arrived: identity => presence.arrived(identity),
    left: identity => presence.left(identity),
  });
  // Who was not served before the restart is not kept in limbo.
  await centre.change(change => {
    for (const log of [...centre.interactions.all()])
      if (!log.isClosed && !taskOf(centre, log)) closeInteraction(centre, change, log, null);
    retireDisabled(centre, change);
  });
  presence.watchAll();
  errands.start();
  parts.domains?.start(centre);
  const close = async () => {
    presence.stop();
    errands.stop();
    parts.domains?.stop();
    lists.stop();
    await centre.close();
  };
  return { centre, close };
}
