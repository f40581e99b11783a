import * as v from 'valibot';

const factor = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));

/** What can be set at a camera, and how it is set. */
export const Lens = v.object({
  /** Whether its light is on; null: it has none. */
  light: v.nullable(v.boolean()),
  /** Null: it cannot. */
  zoom: v.nullable(v.object({ min: factor, max: factor, step: factor, at: factor })),
});
export type Lens = v.InferOutput<typeof Lens>;

/** How a lens is to be; what is left out stays. */
export const LensSetting = v.object({ light: v.optional(v.boolean()), zoom: v.optional(factor) });
export type LensSetting = v.InferOutput<typeof LensSetting>;
