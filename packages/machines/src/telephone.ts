import type { TelephoneReason, TelephoneRefusal, TelephoneStanding, TelephoneWish, WireEvent } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { Done, Failed } from './outcome.ts';

type TelephoneCommand = 'telephone.attach' | 'telephone.detach' | 'telephone.answer';

/** What the server says to whoever can change the agent's telephone. */
export type TelephoneEvent = WireEvent<'telephone.wished'> | Done<TelephoneCommand> | Failed<TelephoneCommand>;

export const isOfTelephone = (event: EventObject): event is TelephoneEvent =>
  /^((done|failed)\.)?telephone\./.test(event.type);

/** The agent's own telephone, where the page can change it. */
export interface Telephone {
  /** Whose it is in the telephone system. */
  readonly userId: string;
  /** Is it known how it stands, and can it be changed? */
  readonly isReached: boolean;
  /** Finds the reason in the telephone system. @throws TelephoneError unknown-reason, or failed */
  findReason(reason: TelephoneReason): Promise<void>;
  /** `ours`: not ready, as a wish with this reason makes it; it must have been found. */
  standing(reason: TelephoneReason): TelephoneStanding | 'other';
  /** `onChange` is called whenever `isReached` may have changed; returns how to stop. */
  follow(onChange: () => void): () => void;
  /** Asks the telephone system at once, for a reason that was found. Resolves when it shows it. @throws TelephoneError */
  change(wish: Pick<TelephoneWish, 'state' | 'reason'>): Promise<void>;
}

/** Why a telephone could not be changed. */
export class TelephoneError extends Error {
  override name = 'TelephoneError';
  readonly refusal: TelephoneRefusal;

  constructor(refusal: TelephoneRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.refusal = refusal;
  }
}

/** Whether a wish is refused at once; null when it may be tried. `now` is by the server's clock, or later. */
export function refusalAtOnce(
  { expiresAt, onlyIf, reason }: TelephoneWish,
  telephone: Pick<Telephone, 'isReached' | 'standing'>,
  now: number,
): TelephoneRefusal | null {
  if (now >= expiresAt) return 'too-late';
  return telephone.isReached && telephone.standing(reason) === onlyIf ? null : 'not-as-expected';
}

/** Hole: attaches the page's telephone while the agent is at the desk, and answers wishes. Unfilled, there is none. */
export const telephoneHole = fromCallback<TelephoneEvent & EventObject>(() => {});
