import * as v from 'valibot';

/** What the process of the box is told. */
export const BoxOrder = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  /** Changes of state a second, over all agents in turn, for so long. */
  v.object({ type: v.literal('change'), perSecond: v.number(), forMs: v.number() }),
]);
export type BoxOrder = v.InferOutput<typeof BoxOrder>;

/** What it tells. */
export const BoxReport = v.variant('type', [
  v.object({
    type: v.literal('started'),
    nodes: v.array(v.string()),
    notifications: v.string(),
    authority: v.string(),
  }),
  v.object({ type: v.literal('ready') }),
  /** When each change was made (ms since the epoch, with fractions), and the processor time that the box took for them. */
  v.object({ type: v.literal('changed'), sentAt: v.array(v.number()), cpuMs: v.number(), ms: v.number() }),
]);
export type BoxReport = v.InferOutput<typeof BoxReport>;
