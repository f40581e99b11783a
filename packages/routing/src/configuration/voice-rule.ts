import * as v from 'valibot';

/**
 * `required`: who has a telephone must be ready for voice, and is taken off voice while serving. `ignored`: the telephone
 * does not matter.
 */
export const VoiceRule = v.picklist(['required', 'ignored']);
export type VoiceRule = v.InferOutput<typeof VoiceRule>;
