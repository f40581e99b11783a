import type { Kept } from '../store/store.ts';

/** All commands since an instant. */
export const keptSince = (since: number): Kept => ({ since, ids: 100_000, answers: 100_000 });
