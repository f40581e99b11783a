import * as v from 'valibot';
import { within } from './command.ts';
import { Instant, Seq } from './ids.ts';
import { Disposition, Role } from './vocabulary.ts';

/** So many conversations come at once, and so many lines of one. */
export const EARLIER_CONVERSATIONS_AT_ONCE = 10;
export const EARLIER_LINES_AT_ONCE = 100;

/** One conversation of a customer who is proven, as a list shows it. */
export const EarlierConversation = v.object({
  ...within,
  openedAt: Instant,
  /** What the customer came through. */
  title: v.string(),
  /** The names of those who served it. */
  agents: v.array(v.string()),
  /** Null while it goes on. */
  disposition: v.nullable(Disposition),
  /** The last line of it, shortened; empty where nothing was written. */
  lastText: v.string(),
  /** What the agent said that it was about; left out for customers. */
  wrapUpCode: v.optional(v.string()),
});
export type EarlierConversation = v.InferOutput<typeof EarlierConversation>;

/** The last one of a page: the next one begins after it. */
export const HistoryPlace = v.object({ ...within, at: Instant });
export type HistoryPlace = v.InferOutput<typeof HistoryPlace>;

/** The newest first. `next`: null where there are no more. */
export const EarlierConversations = v.object({
  conversations: v.array(EarlierConversation),
  next: v.nullable(HistoryPlace),
});
export type EarlierConversations = v.InferOutput<typeof EarlierConversations>;

/** What somebody wrote or sent. */
export const EarlierLine = v.object({
  seq: Seq,
  at: Instant,
  role: Role,
  name: v.string(),
  /** The name of the file where it is one; empty where it has none, as a picture from a call. */
  text: v.string(),
  isFile: v.boolean(),
});
export type EarlierLine = v.InferOutput<typeof EarlierLine>;

/** In their order. `next`: after which the rest comes; null where there is none. */
export const EarlierTranscript = v.object({
  lines: v.array(EarlierLine),
  next: v.nullable(Seq),
  /** What was written before it was proven who the customer is was left out. */
  isPartial: v.boolean(),
});
export type EarlierTranscript = v.InferOutput<typeof EarlierTranscript>;
