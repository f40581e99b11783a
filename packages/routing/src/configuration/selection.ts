import * as v from 'valibot';

/** Who is chosen among the agents who could: UCCX's selection criteria. */
export const Selection = v.picklist([
  'longest-available',
  'most-skilled',
  'least-skilled',
  'most-skilled-by-weight',
  'least-skilled-by-weight',
  'shortest-average-handle-time',
  'most-handled',
]);
export type Selection = v.InferOutput<typeof Selection>;
