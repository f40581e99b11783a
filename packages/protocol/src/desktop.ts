import * as v from 'valibot';
import { id } from './brand.ts';
import { Instant } from './ids.ts';

/** One wish; chosen by the server. */
export const DesktopWishId = id<'DesktopWishId'>();
export type DesktopWishId = v.InferOutput<typeof DesktopWishId>;

/** A not-ready reason of the telephone system, by the number in its reports or by its label; its own ids differ by site. */
export const TelephoneReason = v.union([v.object({ code: v.number() }), v.object({ label: v.string() })]);
export type TelephoneReason = v.InferOutput<typeof TelephoneReason>;

/** `free`: ready, and on no call. `ours`: not ready because of an earlier wish. */
export const TelephoneStanding = v.picklist(['free', 'ours']);
export type TelephoneStanding = v.InferOutput<typeof TelephoneStanding>;

const wished = { wishId: DesktopWishId, expiresAt: Instant };

/** The agent's voice state. */
const VoiceWish = v.object({
  ...wished,
  of: v.literal('voice'),
  state: v.picklist(['not-ready', 'ready']),
  /** What not ready is shown with. Wishes to be ready name it too: it is how `ours` is known. */
  reason: TelephoneReason,
  onlyIf: TelephoneStanding,
});
export type VoiceWish = v.InferOutput<typeof VoiceWish>;

/** Whether the agent's media routing domain takes new tasks. */
const RoutableWish = v.object({
  ...wished,
  of: v.literal('routable'),
  mediaId: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/)),
  isRoutable: v.boolean(),
  onlyIf: v.object({ isRoutable: v.boolean() }),
});

/** How a task stands at the desktop. */
const TaskStanding = v.picklist([
  'offered',
  'accepted',
  'active',
  'held',
  'wrapping-up',
  'interrupted',
  'closed',
  'unknown',
]);
export type TaskStanding = v.InferOutput<typeof TaskStanding>;

/** One of the agent's tasks at the desktop: takes it, wraps it up, closes it. */
const TaskWish = v.object({
  ...wished,
  of: v.literal('task'),
  dialogId: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/)),
  action: v.picklist(['accept', 'start', 'wrap-up', 'close']),
  onlyIf: v.object({ state: TaskStanding }),
});
export type TaskWish = v.InferOutput<typeof TaskWish>;

/** To see what is shown to the agent alone: the own media routing domains, or the own tasks. */
const LookWish = v.object({ ...wished, of: v.literal('look'), at: v.picklist(['media', 'tasks']) });

/**
 * What the server wants of the desktop that an agent has beside ours. A desk refuses it after `expiresAt`, by the server's
 * clock, and when what is shown there is not as `onlyIf` says: somebody else may have taken over by then.
 */
export const DesktopWish = v.variant('of', [VoiceWish, RoutableWish, TaskWish, LookWish]);
export type DesktopWish = v.InferOutput<typeof DesktopWish>;

/** Why a desk did not do what was wished. */
export const DesktopRefusal = v.picklist([
  /** The wish came after its time. */
  'too-late',
  /** What is shown was not as the wish wanted it. */
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
export type DesktopRefusal = v.InferOutput<typeof DesktopRefusal>;
