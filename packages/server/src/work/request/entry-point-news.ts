import type { EntryPointId } from '@eyeline/protocol';
import type { Caller } from '../../people/caller.ts';
import { FaultLog } from '../../settings/pace/fault-log.ts';
import type { WorkRooms } from '../work-port.ts';
import { availabilityOf } from './opening.ts';

/** Who is there changes all the time; a page is told at most so often. */
const everyMs = 1000;

/** Tells the pages of customers how their entry point stands, whenever that is something else than they were told. */
export class EntryPointNews {
  readonly #rooms: WorkRooms;
  readonly #told = new WeakMap<Caller, string>();
  #timer: NodeJS.Timeout | undefined;

  /** One entry point that cannot be read stops no other. */
  readonly #faults: FaultLog;

  constructor(rooms: WorkRooms) {
    this.#rooms = rooms;
    this.#faults = new FaultLog({
      log: rooms.log,
      unknown: 'How an entry point stands could not be told to its pages.',
    });
  }

  start(): void {
    this.#timer = setInterval(() => this.tell(), everyMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** O(entry points that somebody looks at, and pages). */
  tell(): void {
    const pages = new Map<EntryPointId, Caller[]>();
    for (const caller of this.#rooms.people.callers.all()) {
      const { entryPointId } = caller;
      if (!entryPointId) continue;
      const others = pages.get(entryPointId);
      if (others) others.push(caller);
      else pages.set(entryPointId, [caller]);
    }
    for (const [entryPointId, callers] of pages) {
      try {
        this.#tellAll(entryPointId, callers);
        this.#faults.well(entryPointId);
      } catch (error) {
        this.#faults.fault(error, entryPointId);
      }
    }
  }

  #tellAll(entryPointId: EntryPointId, pages: readonly Caller[]): void {
    const { settings } = this.#rooms;
    const site = settings.siteEntryPoint(entryPointId);
    if (!site) return;
    const entryPoint = settings.entryPoint(entryPointId);
    const availability = availabilityOf(this.#rooms, site);
    // Times change with each who comes and goes: they are told with what else is new.
    const { fallback, modes, standing } = availability;
    const standings = modes.map(one => ({ ...one, wait: null }));
    const key = JSON.stringify([entryPoint, fallback, standings, { ...standing, now: null }]);
    for (const page of pages) {
      if (this.#told.get(page) === key) continue;
      this.#told.set(page, key);
      page.notify('entry-point.changed', { entryPoint, availability });
    }
  }
}
