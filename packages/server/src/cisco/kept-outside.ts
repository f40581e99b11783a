import type { OutsideRecord } from '../store/store.ts';

/** Stores what we do outside. Resolves when it is stored, and what was given before it. */
export type KeepOutside = (records: readonly OutsideRecord[]) => Promise<void>;

/** What is of ours in one system outside, by subject, as it was given to the store last. */
export class KeptOutside {
  readonly #system: string;
  readonly #given = new Map<string, string>();
  /** Nobody knows what the store has of these. */
  readonly #unsure = new Set<string>();

  constructor(system: string, stored: readonly OutsideRecord[]) {
    this.#system = system;
    for (const one of stored) if (one.system === system) this.#given.set(one.subject, JSON.stringify(one.value));
  }

  get all(): ReadonlyMap<string, unknown> {
    return new Map([...this.#given].map(([subject, text]) => [subject, JSON.parse(text)]));
  }

  /** What of this is other than what was given last: to be given to the store now. A value of null: nothing is left. */
  changes(values: Iterable<readonly [string, unknown]>): readonly OutsideRecord[] {
    const changed: OutsideRecord[] = [];
    for (const [subject, value] of values) {
      const text = value === null ? undefined : JSON.stringify(value);
      if (this.#given.get(subject) === text && !this.#unsure.delete(subject)) continue;
      if (text === undefined) this.#given.delete(subject);
      else this.#given.set(subject, text);
      changed.push({ system: this.#system, subject, value });
    }
    return changed;
  }

  /** These were not stored: they are given again as soon as something is. */
  failed(records: readonly OutsideRecord[]): void {
    for (const { subject } of records) this.#unsure.add(subject);
  }
}
