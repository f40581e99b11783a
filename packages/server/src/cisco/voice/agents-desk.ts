import { FinesseError, type OwnDesk } from '@eyeline/finesse';

/** What Finesse shows to an agent alone, and lets nobody else do, by whoever may speak for the agent. */
export type AgentsDesk = Pick<OwnDesk, keyof OwnDesk>;

/** By one of them, and by the other where the first cannot. What Finesse shows to the one it shows to the other. */
export function eitherDesk(first: AgentsDesk, other: AgentsDesk): AgentsDesk {
  const either = async <T>(work: (desk: AgentsDesk) => Promise<T>): Promise<T> => {
    try {
      return await work(first);
    } catch (error) {
      // It is there, and Finesse says no.
      if (error instanceof FinesseError && error.code === 'invalid-state') throw error;
      return work(other);
    }
  };
  return {
    media: () => either(desk => desk.media()),
    tasks: () => either(desk => desk.tasks()),
    setRoutable: (mediaId, isRoutable) => either(desk => desk.setRoutable(mediaId, isRoutable)),
    act: (dialog, action) => either(desk => desk.act(dialog, action)),
  };
}
