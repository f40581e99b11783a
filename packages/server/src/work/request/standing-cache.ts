import type { EntryPointId, EntryPointStanding } from '@eyeline/protocol';
import type { WorkRooms } from '../work-port.ts';
import { availabilityOf } from './opening.ts';

/** Who is there changes all the time; it is looked at once in so long, however many ask. */
const freshMs = 1000;

/** How entry points stood when they were asked last: as many as the site has. */
export class StandingCache {
  readonly #known = new Map<EntryPointId, EntryPointStanding>();

  /** Undefined: there is no such entry point. */
  find(rooms: WorkRooms, entryPointId: EntryPointId): EntryPointStanding | undefined {
    const found = rooms.settings.siteEntryPoint(entryPointId);
    if (!found) {
      this.#known.delete(entryPointId);
      return undefined;
    }
    const now = rooms.interaction.now();
    const known = this.#known.get(entryPointId);
    if (known && now >= known.now && now < Math.min(known.now + freshMs, known.changesAt ?? Infinity)) return known;
    const { standing } = availabilityOf(rooms, found);
    this.#known.set(entryPointId, standing);
    return standing;
  }
}
