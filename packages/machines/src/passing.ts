import type { Failure, FailureCode } from '@eyeline/protocol';

const passing: readonly FailureCode[] = ['store-unavailable', 'server-busy', 'too-many-requests', 'not-signed-in'];

/** Refusals that say nothing about the command itself: asked again a little later it may be carried out. */
export const isPassing = (error: Failure): boolean => passing.includes(error.code);
