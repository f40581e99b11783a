import type { ProactiveInvite } from '@eyeline/protocol';

const dayMs = 24 * 3_600_000;
type Kept = Record<string, number>;

/** What a page can keep things in; where the browser lets it keep nothing, the page itself remembers. */
export interface Keeper {
  read(): string | null;
  write(text: string): void;
}

/** How often each invitation was shown in this visit, and when last. Nothing is kept before one was. */
export class ShownInvites {
  readonly #visit: Keeper;
  readonly #days: Keeper;

  constructor(visit: Keeper, days: Keeper) {
    this.#visit = visit;
    this.#days = days;
  }

  /** `now`: ms since the epoch. */
  allows({ inviteId, perVisit, pauseDays }: ProactiveInvite, now: number): boolean {
    if ((read(this.#visit)[inviteId] ?? 0) >= perVisit) return false;
    const last = pauseDays > 0 ? read(this.#days)[inviteId] : undefined;
    // A clock that was put back holds nothing up.
    return last === undefined || now - last >= pauseDays * dayMs || now < last;
  }

  remember({ inviteId, pauseDays }: ProactiveInvite, now: number): void {
    add(this.#visit, inviteId, (read(this.#visit)[inviteId] ?? 0) + 1);
    if (pauseDays > 0) add(this.#days, inviteId, now);
  }

  /** Who has said no is not asked again in this visit. */
  dismiss({ inviteId }: ProactiveInvite): void {
    add(this.#visit, inviteId, Number.MAX_SAFE_INTEGER);
  }
}

function read(keeper: Keeper): Kept {
  try {
    const kept: unknown = JSON.parse(keeper.read() ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((one): one is [string, number] => Number.isFinite(one[1])));
  } catch {
    return {};
  }
}

const add = (keeper: Keeper, inviteId: string, value: number): void =>
  keeper.write(JSON.stringify({ ...read(keeper), [inviteId]: value }));
