import * as v from 'valibot';
import { EntryPointId, Instant } from './ids.ts';
import { FallbackOption } from './vocabulary.ts';

/** Whether an entry point is open, by its calendars. */
export const OpeningHours = v.object({
  isOpen: v.boolean(),
  /** When it opens again; null where it is open, or never opens. Pages say it in the visitor's own zone. */
  opensAt: v.nullable(Instant),
  /** Why it is closed where a holiday is the reason: its name, as the site writes it. */
  holiday: v.nullable(v.pipe(v.string(), v.maxLength(120))),
});
export type OpeningHours = v.InferOutput<typeof OpeningHours>;

/** How an entry point stands, for a page that has no chat yet: the answer of `GET /api/v1/entry-points/:id/availability`. */
export const EntryPointStanding = v.object({
  entryPointId: EntryPointId,
  ...OpeningHours.entries,
  /** What the server's clock shows: the device's own may be wrong. */
  now: Instant,
  /** When it closes or opens next, as far as that is within two days; null where nobody can say. */
  changesAt: v.nullable(Instant),
  /** Which of its ways to begin somebody can be had for now, in the order of the site. */
  modes: v.pipe(v.array(FallbackOption), v.maxLength(10)),
  /** What else may be asked for where there is none. */
  steps: v.pipe(v.array(FallbackOption), v.maxLength(10)),
  /** `ProactiveInvites`; left out: none. */
  proactive: v.optional(v.unknown()),
});
export type EntryPointStanding = v.InferOutput<typeof EntryPointStanding>;

/** How an entry point stands, as it came with something else; null where that does not say. */
export const readStanding = (input: unknown): EntryPointStanding | null => {
  const parsed = v.safeParse(EntryPointStanding, input);
  return parsed.success ? parsed.output : null;
};

/** Where a page asks how an entry point stands. */
export const standingPath = (entryPointId: string): string =>
  `/api/v1/entry-points/${encodeURIComponent(entryPointId)}/availability`;
