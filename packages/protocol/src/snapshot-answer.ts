import * as v from 'valibot';

/** What somebody says who is asked for a snapshot of the own picture. `always`: in this call. `failed`: it could not be taken. */
export const SnapshotAnswer = v.picklist(['once', 'always', 'no', 'failed']);
export type SnapshotAnswer = v.InferOutput<typeof SnapshotAnswer>;
