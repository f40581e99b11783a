import * as v from 'valibot';

/**
 * `required`: who has a phone must be ready for voice, and is taken off voice while serving. `ignored`: the phone
 * does not matter.
 */
export const VoiceRule = v.picklist(['required', 'ignored']);
export type VoiceRule = v.InferOutput<typeof VoiceRule>;
