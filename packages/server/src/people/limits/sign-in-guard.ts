import { availableParallelism } from 'node:os';
import { signInRefusals } from '../../settings/sentences/sign-in.ts';
import { Refusal } from '../refusal.ts';
import { addressGroup } from './address-group.ts';
import { BoundedQueue } from './bounded-queue.ts';
import { SignInLimit } from './sign-in-limit.ts';

/** Node has four threads for files, names and passwords alike: passwords get two of them at most. */
const hashesAtOnce = Math.min(2, Math.max(1, availableParallelism() - 1));
/** As long a queue as is worked off before a page gives up. */
const hashesWaiting = 100;
/** Another system does the work. */
const proofs = { atOnce: 8, places: 100 };

const retryAfterMs = 5_000;

/** What keeps signing in from costing more than it may, whoever signs in and in whatever way. */
export class SignInGuard {
  readonly limit: SignInLimit;
  readonly hashing = new BoundedQueue({ atOnce: hashesAtOnce, places: hashesWaiting });
  readonly #proving = new BoundedQueue(proofs);

  constructor(limits: { readonly signInBurst: number; readonly signInsPerMinute: number }) {
    this.limit = new SignInLimit({ burst: limits.signInBurst, perMinute: limits.signInsPerMinute });
  }

  /** @throws Refusal `server-busy` when too much waits already, or `isOver` says that nobody waits for it any more */
  hash<T>(address: string, work: () => Promise<T>, isOver?: () => boolean): Promise<T> {
    return inTurn(this.hashing, address, work, isOver);
  }

  /** @throws Refusal as `hash` */
  prove<T>(address: string, work: () => Promise<T>, isOver?: () => boolean): Promise<T> {
    return inTurn(this.#proving, address, work, isOver);
  }
}

async function inTurn<T>(
  queue: BoundedQueue,
  address: string,
  work: () => Promise<T>,
  isOver?: () => boolean,
): Promise<T> {
  const answer = await queue.run(addressGroup(address), async () => ({ value: await work() }), isOver);
  if (answer) return answer.value;
  throw new Refusal('server-busy', signInRefusals.tooManyAtOnce, retryAfterMs);
}
