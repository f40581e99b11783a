import type {
  DesktopRefusal,
  DesktopWish,
  TaskStanding,
  TaskWish,
  TelephoneReason,
  TelephoneStanding,
  VoiceWish,
  WireEvent,
} from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { Done, Failed } from './outcome.ts';

type DesktopCommand = 'desktop.attach' | 'desktop.detach' | 'desktop.answer';

/** What the server says to whoever speaks for the agent at the desktop. */
export type DesktopEvent = WireEvent<'desktop.wished'> | Done<DesktopCommand> | Failed<DesktopCommand>;

export const isOfDesktop = (event: EventObject): event is DesktopEvent =>
  /^((done|failed)\.)?desktop\./.test(event.type);

/** The telephone system's desktop that the page is in, where it can speak for the agent there. */
export interface Desktop {
  /** Who is signed in there. */
  readonly userId: string;
  /** Is it known how the telephone stands, and can it be changed? */
  readonly isReached: boolean;
  /** Finds the reason in the telephone system. @throws DesktopError unknown-reason, or failed */
  findReason(reason: TelephoneReason): Promise<void>;
  /** `ours`: not ready, as a wish with this reason makes it; it must have been found. */
  standing(reason: TelephoneReason): TelephoneStanding | 'other';
  /** `onChange` is called whenever `isReached` may have changed; returns how to stop. */
  follow(onChange: () => void): () => void;
  /** Asks the telephone system at once, for a reason that was found. Resolves when it shows it. @throws DesktopError */
  change(wish: Pick<VoiceWish, 'state' | 'reason'>): Promise<void>;
  readonly tasks: DesktopTasks;
}

/** What Task Routing shows to the agent alone, and lets nobody else change. Every method: @throws DesktopError */
export interface DesktopTasks {
  /** As the telephone system writes it. */
  look(at: 'media' | 'tasks'): Promise<string>;
  isRoutable(mediaId: string): Promise<boolean>;
  /** `closed` for a task that is not there. */
  stateOf(dialogId: string): Promise<TaskStanding>;
  /** Asked at once. Resolves when it is shown. */
  setRoutable(mediaId: string, isRoutable: boolean): Promise<void>;
  /** Asked at once. Resolves when the task is not in that state any more. */
  act(wish: Pick<TaskWish, 'dialogId' | 'action' | 'onlyIf'>): Promise<void>;
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
 * Whether a wish is refused at once; null when it may be tried. `isAsExpected`: what is shown is as the wish says. `now` is by
 * the server's clock, or later.
 */
export function refusalAtOnce(
  { expiresAt }: Pick<DesktopWish, 'expiresAt'>,
  isAsExpected: boolean,
  now: number,
): DesktopRefusal | null {
  if (now >= expiresAt) return 'too-late';
  return isAsExpected ? null : 'not-as-expected';
}

/** Whether the telephone stands as a wish says. */
export const isVoiceAsExpected = (
  { onlyIf, reason }: Pick<VoiceWish, 'onlyIf' | 'reason'>,
  desktop: Pick<Desktop, 'isReached' | 'standing'>,
): boolean => desktop.isReached && desktop.standing(reason) === onlyIf;

/** Hole: attaches the page while the agent is at the desk and its desktop is reached, and answers wishes. Unfilled, there is none. */
export const desktopHole = fromCallback<DesktopEvent & EventObject>(() => {});
