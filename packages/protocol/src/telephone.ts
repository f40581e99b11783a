import * as v from 'valibot';
import { Instant } from './ids.ts';

/** One wish to change a telephone; chosen by the server. */
export const TelephoneWishId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/), v.brand('TelephoneWishId'));
export type TelephoneWishId = v.InferOutput<typeof TelephoneWishId>;

/** A not-ready reason of the telephone system, by the number in its reports or by its label; its own ids differ by site. */
export const TelephoneReason = v.union([v.object({ code: v.number() }), v.object({ label: v.string() })]);
export type TelephoneReason = v.InferOutput<typeof TelephoneReason>;

/** `free`: ready, and on no call. `ours`: not ready because of an earlier wish. */
export const TelephoneStanding = v.picklist(['free', 'ours']);
export type TelephoneStanding = v.InferOutput<typeof TelephoneStanding>;

/**
 * What the server wants of the agent's own telephone. A desk refuses it after `expiresAt`, by the server's clock, and when
 * the telephone does not stand as `onlyIf` says: somebody else may have taken over by then.
 */
export const TelephoneWish = v.object({
  wishId: TelephoneWishId,
  state: v.picklist(['not-ready', 'ready']),
  /** What not ready is shown with. Wishes to be ready name it too: it is how `ours` is known. */
  reason: TelephoneReason,
  onlyIf: TelephoneStanding,
  expiresAt: Instant,
});
export type TelephoneWish = v.InferOutput<typeof TelephoneWish>;

/** Why a desk did not change its telephone. */
export const TelephoneRefusal = v.picklist([
  /** The wish came after its time. */
  'too-late',
  /** The telephone did not stand as the wish wanted. */
  'not-as-expected',
  /** The telephone system has no such reason, or sets it by itself. */
  'unknown-reason',
  /** A change is pending already, or not possible during this call. */
  'pending-not-allowed',
  /** On a call that routing did not give. */
  'on-manual-call',
  'invalid-state',
  /** Asked, and nothing was seen of it in time. */
  'not-confirmed',
  'failed',
]);
export type TelephoneRefusal = v.InferOutput<typeof TelephoneRefusal>;
