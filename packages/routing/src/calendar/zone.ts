import { Temporal } from 'temporal-polyfill';
import * as v from 'valibot';

/** A time zone by its IANA name, `Europe/Berlin`; fixed offsets such as `+02:00` are no zones. */
export const ZoneName = v.pipe(
  v.string('a time zone such as Europe/Berlin'),
  v.check(isZone, 'a time zone by its IANA name, such as Europe/Berlin'),
);
export type ZoneName = v.InferOutput<typeof ZoneName>;

/** A stretch of time with one offset from UTC. `until` is its first instant no more. All in ms. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

// No zone is ever a whole day ahead of UTC.
const dayMs = 86_400_000;

/**
 * A zone's clock. "Local" is what it shows, as ms since it showed 1 January 1970, 00:00. Stretches are remembered: the
 * first question about a stretch costs about 0.3 ms, later ones are a look into a short list.
 */
export class Zone {
  readonly name: string;
  readonly #stretches: Stretch[] = [];

  constructor(name: string) {
    this.name = name;
  }

  localAt(instant: number): number {
    return instant + this.#stretchAt(instant).offset;
  }

  /**
   * The first instant at which the clock shows this local time or a later one. So a time that a change leaves out is
   * the instant of the change, and one that comes twice is the first of the two; later local times never come earlier.
   */
  instantOf(local: number): number {
    let stretch = this.#stretchAt(local - dayMs);
    for (;;) {
      const instant = Math.max(stretch.from, local - stretch.offset);
      if (instant < stretch.until) return instant;
      stretch = this.#stretchAt(stretch.until);
    }
  }

  #stretchAt(instant: number): Stretch {
    const known = this.#stretches.find(({ from, until }) => from <= instant && instant < until);
    if (known) return known;
    const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.name);
    const stretch: Stretch = {
      // "Previous" is strictly before: asked one ms later, a change at this very instant counts.
      from: here.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
      until: here.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
      offset: here.offsetNanoseconds / 1e6,
    };
    this.#stretches.push(stretch);
    return stretch;
  }
}

const zones = new Map<string, Zone>();

/** The clock of a zone. Throws a RangeError for a name that is none; ask `isZone` before. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  if (!isZone(name)) throw new RangeError(`There is no time zone "${name}". Use an IANA name such as Europe/Berlin.`);
  // By the zone's own spelling: a visitor who spells it in a thousand ways does not fill the memory.
  const spelled = zonedEpoch(name).timeZoneId;
  const zone = zones.get(spelled) ?? new Zone(spelled);
  zones.set(spelled, zone);
  return zone;
}

export function isZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false;
  try {
    zonedEpoch(name);
    return true;
  } catch {
    return false;
  }
}

function zonedEpoch(name: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
}
