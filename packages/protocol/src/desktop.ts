import * as v from 'valibot';
import { id } from './brand.ts';
import { Instant } from './ids.ts';

/** One command; chosen by the server. */
export const DesktopCommandId = id<'DesktopCommandId'>();
export type DesktopCommandId = v.InferOutput<typeof DesktopCommandId>;

/** A not-ready reason of the phone system, by the number in its reports or by its label; its own ids differ by site. */
export const VoiceChannelReason = v.union([v.object({ code: v.number() }), v.object({ label: v.string() })]);
export type VoiceChannelReason = v.InferOutput<typeof VoiceChannelReason>;

/** `free`: ready, and on no call. `held`: not ready because of an earlier command. */
export const VoiceChannelState = v.picklist(['free', 'held']);
export type VoiceChannelState = v.InferOutput<typeof VoiceChannelState>;

const commanded = { desktopCommandId: DesktopCommandId, expiresAt: Instant };

/** The agent's voice state. */
const VoiceCommand = v.object({
  ...commanded,
  of: v.literal('voice'),
  state: v.picklist(['not-ready', 'ready']),
  /** What not ready is shown with. Commands to be ready name it too: it is how `held` is known. */
  reason: VoiceChannelReason,
  onlyIf: VoiceChannelState,
});
export type VoiceCommand = v.InferOutput<typeof VoiceCommand>;

/** Whether the agent's media routing domain takes new tasks. */
const RoutableCommand = v.object({
  ...commanded,
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
const TaskCommand = v.object({
  ...commanded,
  of: v.literal('task'),
  dialogId: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/)),
  action: v.picklist(['accept', 'start', 'wrap-up', 'close']),
  onlyIf: v.object({ state: TaskStanding }),
});
export type TaskCommand = v.InferOutput<typeof TaskCommand>;

/** To see what is shown to the agent alone: the own media routing domains, or the own tasks. */
const PollCommand = v.object({ ...commanded, of: v.literal('poll'), at: v.picklist(['media', 'tasks']) });

/**
 * What the server wants of the desktop that an agent has beside ours. A desk refuses it after `expiresAt`, by the server's
 * clock, and when what is shown there is not as `onlyIf` says: somebody else may have taken over by then.
 */
export const DesktopCommand = v.variant('of', [VoiceCommand, RoutableCommand, TaskCommand, PollCommand]);
export type DesktopCommand = v.InferOutput<typeof DesktopCommand>;

/** Why a desk did not do what was asked for. */
export const DesktopRefusal = v.picklist([
  /** The command came after its time. */
  'too-late',
  /** What is shown was not as the command wanted it. */
  'not-as-expected',
  /** The phone system has no such reason, or sets it by itself. */
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
