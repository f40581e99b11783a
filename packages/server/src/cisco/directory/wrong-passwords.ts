interface Tries {
  readonly count: number;
  readonly at: number;
}

/** So many in a row: five lock the account at Cisco's side, and the agent's own desktop counts too. */
const most = 3;
/** … then one each time this has passed, until a right one. */
const pauseMs = 15 * 60_000;

/**
 * Passwords that Finesse refused, by user, wherever they came from: whoever tries them out here shall not lock an agent
 * out of the desktop. A try counts from its beginning, so that several at once are not more than allowed.
 */
export class WrongPasswords {
  readonly #tries = new Map<string, Tries>();

  /** Whether Finesse may be asked once more. `now` in ms. */
  begin(userId: string, now: number): boolean {
    const { count, at } = this.#tries.get(userId) ?? { count: 0, at: now };
    if (count >= most && now - at < pauseMs) return false;
    this.#tries.set(userId, { count: count + 1, at: now });
    return true;
  }

  /** It was right: all is forgotten. */
  right(userId: string): void {
    this.#tries.delete(userId);
  }

  /** Finesse was not asked in the end: the try did not count there, and another may follow at once. */
  undecided(userId: string): void {
    const tries = this.#tries.get(userId);
    if (tries) this.#tries.set(userId, { count: tries.count - 1, at: Number.NEGATIVE_INFINITY });
  }
}
