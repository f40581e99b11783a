import * as v from 'valibot';
import { FallbackOption } from './vocabulary.ts';

const Text = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
/** A text, or one for each language by its tag. */
const Words = v.union([Text, v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}$/i)), Text)]);
const Name = v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/, '1 to 40 letters, digits, "-" and "_"'));

/** What an invitation waits for: all of it. What happens at one moment, as `leaving`, is the last of it. */
export const InviteConditions = v.object({
  /** The page was in front for so long, ms. */
  afterMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000))),
  /** So much of the page was scrolled through, from 0 to 1. */
  scrolled: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** The path of the address, where `*` stands for anything, as `/pricing/*`. */
  path: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** The mouse leaves the page upwards. */
  leaving: v.optional(v.boolean()),
  /** The page has said `eyeline('invite', NAME)`. */
  event: v.optional(Name),
});

/** When a visitor is invited to chat before they ask, how often, and with which words. */
export const ProactiveInvite = v.object({
  inviteId: Name,
  when: v.optional(InviteConditions, {}),
  /** Left out: what is built in, in the language of the page. */
  text: v.optional(Words),
  /** On the button. */
  accept: v.optional(Words),
  /** What the button begins; left out: it opens the panel. */
  mode: v.optional(FallbackOption),
  /** How often in one visit at most. */
  perVisit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 1),
  /** Not again for so many days after it was shown. */
  pauseDays: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(365)), 0),
});
export type ProactiveInvite = v.InferOutput<typeof ProactiveInvite>;
export type ProactiveInviteInput = v.InferInput<typeof ProactiveInvite>;

export const ProactiveInvites = v.pipe(v.array(ProactiveInvite), v.maxLength(20));

/** As a page gives it; null where it is none. */
export function readInvite(input: unknown): ProactiveInvite | null {
  const parsed = v.safeParse(ProactiveInvite, input);
  return parsed.success ? parsed.output : null;
}

/** As they came with something else; none where that does not say. */
export function readInvites(input: unknown): readonly ProactiveInvite[] {
  const parsed = v.safeParse(ProactiveInvites, input);
  return parsed.success ? parsed.output : [];
}
