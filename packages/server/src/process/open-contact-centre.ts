import type { CceDomains } from '../cisco/domains/cce-domains.ts';
import { Errands } from '../cisco/errands/errands.ts';
import type { TaskRouting } from '../cisco/errands/task-routing.ts';
import { retireDisabled, retireIdle } from '../people/retire.ts';
import { SessionKeeper } from '../people/session-keeper.ts';
import { announce } from '../work/announce.ts';
import { closeInteraction, taskOf } from '../work/closing.ts';
import { endOrphans } from '../work/end-orphans.ts';
import { follow } from '../work/follow.ts';
import { Lists } from '../work/lists.ts';
import { Presence } from '../work/presence.ts';
import { ContactCentre, type ContactCentreParts } from './contact-centre.ts';

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
  const sessions = new SessionKeeper(centre);
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
    left: (identity, heardAt) => presence.left(identity, heardAt),
  });
  // Who was not served before the restart is not kept in limbo.
  await centre.change(change => {
    endOrphans(centre, change);
    for (const log of [...centre.interactions.all()])
      if (!log.isClosed && !taskOf(centre, log)) closeInteraction(centre, change, log, null);
    retireDisabled(centre, change);
  });
  presence.watchAll();
  sessions.start();
  errands.start();
  parts.domains?.start(centre);
  const close = async () => {
    presence.stop();
    sessions.stop();
    errands.stop();
    parts.domains?.stop();
    lists.stop();
    await centre.close();
  };
  return { centre, close };
}
