import * as v from 'valibot';
import { ParticipantId } from './ids.ts';

/** Whose picture in a call, and which. */
export const HelpedPicture = v.object({ participantId: ParticipantId, source: v.picklist(['camera', 'screen']) });
export type HelpedPicture = v.InferOutput<typeof HelpedPicture>;
