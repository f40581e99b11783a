import type { Fact, InteractionId } from '@eyeline/protocol';
import * as v from 'valibot';

/**
 * Why nothing is delivered any more. `gone`: the receiver said so, with 410. `failing`: it has taken nothing for the whole
 * schedule of attempts. `dead-letters`: too much was given up. `by-hand`: an administrator wanted it.
 */
export const PauseReason = v.picklist(['gone', 'failing', 'dead-letters', 'by-hand']);
export type PauseReason = v.InferOutput<typeof PauseReason>;

/** How far a subscription has come. Instants in UTC ms. */
export interface WebhookState {
  readonly subscriptionId: string;
  /** All facts up to here are delivered, not wanted, or lag. */
  readonly position: number;
  readonly paused: PauseReason | null;
  readonly pausedAt: number | null;
  /** The receiver wants to be left alone until then. */
  readonly holdUntil: number | null;
  /** Attempts that failed since the last that did not. */
  readonly failures: number;
  readonly deliveredAt: number | null;
  /** Whoever changes the state raises it: what was decided on an older one does not count. */
  readonly version: number;
}

/** An interaction that waits: from `seq` on nothing of it was taken. */
export interface Lagging {
  readonly interactionId: InteractionId;
  readonly seq: number;
  /** Of the fact at `seq`, that failed. */
  readonly attempts: number;
  readonly dueAt: number;
  /** Since when. */
  readonly since: number;
}

/** A fact with its place in the log of all. */
export interface PlacedFact {
  readonly position: number;
  readonly interactionId: InteractionId;
  readonly seq: number;
  readonly at: number;
  readonly name: string;
  /** Of its interaction. */
  readonly entryPointId: string;
  /** Its interaction is a question to a colleague. */
  readonly isConsult: boolean;
  /** Null where it cannot be read. */
  readonly fact: Fact | null;
}

/** One delivery that was tried. */
export interface WebhookAttempt {
  readonly at: number;
  readonly eventId: string;
  readonly name: string;
  /** 1 for the first of this event. */
  readonly attempt: number;
  /** Of HTTP; null where nothing was answered. */
  readonly status: number | null;
  /** Why it failed, as a code; null where it did not. */
  readonly reason: string | null;
  readonly ms: number;
}

/** What was given up; it is still in the log. */
export interface DeadLetter {
  readonly interactionId: InteractionId;
  readonly seq: number;
  readonly at: number;
  readonly attempts: number;
  readonly reason: string;
}

/** What came of one turn: all of it is stored or nothing. */
export interface WebhookTurn {
  /** As it is now, with the version that it was decided on. */
  readonly state: WebhookState;
  readonly attempts: readonly WebhookAttempt[];
  readonly lagging: readonly Lagging[];
  /** These lag no longer. */
  readonly caughtUp: readonly InteractionId[];
  readonly dead: readonly DeadLetter[];
}

export interface WebhookCounts {
  readonly lagging: number;
  readonly dead: number;
  /** Facts between its place and the end, whether they are wanted or not. */
  readonly behind: number;
}

/** Where to begin again. */
export type ReplayFrom =
  | { readonly at: number }
  | { readonly interactionId: string; readonly seq: number }
  | { readonly deadLetters: true };

export interface WebhookStore {
  /** One that is new begins at the end of the log. */
  open(subscriptionId: string, now: number): Promise<WebhookState>;
  states(): Promise<readonly WebhookState[]>;
  /** The place of the newest fact. */
  end(): Promise<number>;
  /** Of these names, in order, up to and with `through`. */
  factsAfter(
    position: number,
    through: number,
    names: readonly string[],
    limit: number,
  ): Promise<readonly PlacedFact[]>;
  factsOf(
    interactionId: InteractionId,
    fromSeq: number,
    through: number,
    names: readonly string[],
    limit: number,
  ): Promise<readonly PlacedFact[]>;
  /** Those that are due, the longest first. */
  due(subscriptionId: string, now: number, limit: number): Promise<readonly Lagging[]>;
  /** When the next is due; null where nothing lags. */
  nextDue(subscriptionId: string): Promise<number | null>;
  /** Which of these lag. */
  laggingAmong(subscriptionId: string, interactionIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** All that lag are due now. */
  hurry(subscriptionId: string, now: number): Promise<void>;
  /** False where the state was changed by others meanwhile: then nothing is stored. */
  settle(turn: WebhookTurn): Promise<boolean>;
  counts(subscriptionId: string): Promise<WebhookCounts>;
  /** The newest first. */
  attempts(
    subscriptionId: string,
    limit: number,
    before?: number,
  ): Promise<readonly (WebhookAttempt & { id: number })[]>;
  deadLetters(subscriptionId: string, limit: number): Promise<readonly DeadLetter[]>;
  pause(subscriptionId: string, now: number): Promise<boolean>;
  /** What lags is tried at once, as if for the first time. False where there is no such subscription. */
  resume(subscriptionId: string, now: number): Promise<boolean>;
  /** False where there is no such subscription. */
  replay(subscriptionId: string, from: ReplayFrom, now: number): Promise<boolean>;
  /** These are in the configuration; of the others all is removed that were not seen since. The log of attempts is cut. */
  tidy(subscriptionIds: readonly string[], now: number, forgetBefore: number): Promise<void>;
}
