import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

/** The part `finesse.media`: the agents' media routing domains of UCCE, by the agents' own identity. Spans in ms. */
export const MediaConfig = v.strictObject({
  /** Those that are looked at, by name or id; left out: all. */
  domains: v.optional(v.pipe(v.array(text), v.minLength(1))),
  /** Whether agents are made not routable there while they have an exclusive conversation that Eyeline gave them. */
  notRoutable: v.optional(v.boolean(), true),
  /** Between two looks at an agent, at least. */
  pollMs: v.optional(v.pipe(v.number(), v.minValue(100)), 5_000),
});
export type MediaConfig = v.InferOutput<typeof MediaConfig>;
