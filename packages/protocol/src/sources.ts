import * as v from 'valibot';
import { Source, SourceState } from './vocabulary.ts';

/** What a participant of a call has switched on, and why not where it is not. */
export const Sources = v.object({ camera: SourceState, microphone: SourceState, screen: SourceState });
export type Sources = v.InferOutput<typeof Sources>;

export const noSources: Sources = { camera: 'off', microphone: 'off', screen: 'off' };

/** How a call began before pages said so. */
export const bothOn: Sources = { camera: 'on', microphone: 'on', screen: 'off' };

export const allSources: readonly Source[] = Source.options;
