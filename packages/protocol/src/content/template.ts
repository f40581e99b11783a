import * as v from 'valibot';
import { MessageContent } from './message-content.ts';

/** A structured message that a site has prepared, in one language or several: tag (BCP 47) -> what is sent. */
export const Template = v.object({
  templateId: v.string(),
  name: v.string(),
  content: v.record(v.string(), MessageContent),
});
export type Template = v.InferOutput<typeof Template>;
