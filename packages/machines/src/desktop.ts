import type {
  DesktopCommand,
  DesktopRefusal,
  TaskCommand,
  TaskStanding,
  VoiceChannelReason,
  VoiceChannelState,
  VoiceCommand,
  WireEvent,
} from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { Done, Failed } from './outcome.ts';

type DesktopCommandName = 'desktop.attach' | 'desktop.detach' | 'desktop.answer';

/** What the server says to whoever speaks for the agent at the desktop. */
export type DesktopEvent = WireEvent<'desktop.commanded'> | Done<DesktopCommandName> | Failed<DesktopCommandName>;

export const isOfDesktop = (event: EventObject): event is DesktopEvent =>
  /^((done|failed)\.)?desktop\./.test(event.type);

/** The phone system's desktop that the page is in, where it can speak for the agent there. */
export interface Desktop {
  /** Who is signed in there. */
  readonly userId: string;
  /** Is it known how the phone stands, and can it be changed? */
  readonly isReached: boolean;
  /** Finds the reason in the phone system. @throws DesktopError unknown-reason, or failed */
  findReason(reason: VoiceChannelReason): Promise<void>;
  /** `held`: not ready, as a command with this reason makes it; it must have been found. */
  standing(reason: VoiceChannelReason): VoiceChannelState | 'other';
  /** `onChange` is called whenever `isReached` may have changed; returns how to stop. */
  follow(onChange: () => void): () => void;
  /** Asks the phone system at once, for a reason that was found. Resolves when it shows it. @throws DesktopError */
  change(command: Pick<VoiceCommand, 'state' | 'reason'>): Promise<void>;
  readonly tasks: DesktopTasks;
}

/** What Task Routing shows to the agent alone, and lets nobody else change. Every method: @throws DesktopError */
export interface DesktopTasks {
  /** As the phone system writes it. */
  poll(at: 'media' | 'tasks'): Promise<string>;
  isRoutable(mediaId: string): Promise<boolean>;
  /** `closed` for a task that is not there. */
  stateOf(dialogId: string): Promise<TaskStanding>;
  /** Asked at once. Resolves when it is shown. */
  setRoutable(mediaId: string, isRoutable: boolean): Promise<void>;
  /** Asked at once. Resolves when the task is not in that state any more. */
  act(command: Pick<TaskCommand, 'dialogId' | 'action' | 'onlyIf'>): Promise<void>;
}

/** Why something could not be done at the desktop. */
export class DesktopError extends Error {
  override name = 'DesktopError';
  readonly refusal: DesktopRefusal;

  constructor(refusal: DesktopRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.refusal = refusal;
  }
}

/**
 * Whether a command is refused at once; null when it may be tried. `isAsExpected`: what is shown is as the command says. `now` is by
 * the server's clock, or later.
 */
export function refusalAtOnce(
  { expiresAt }: Pick<DesktopCommand, 'expiresAt'>,
  isAsExpected: boolean,
  now: number,
): DesktopRefusal | null {
  if (now >= expiresAt) return 'too-late';
  return isAsExpected ? null : 'not-as-expected';
}

/** Whether the phone stands as a command says. */
export const isVoiceAsExpected = (
  { onlyIf, reason }: Pick<VoiceCommand, 'onlyIf' | 'reason'>,
  desktop: Pick<Desktop, 'isReached' | 'standing'>,
): boolean => desktop.isReached && desktop.standing(reason) === onlyIf;

/** Port: attaches the page while the agent is at the desk and its desktop is reached, and answers commands. Unfilled, there is none. */
export const desktopPort = fromCallback<DesktopEvent & EventObject>(() => {});
